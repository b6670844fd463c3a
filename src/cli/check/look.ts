import { placeOf, type ResourcePlace } from './place';
import type { ReadTemplate } from './read-template';
import { PACK, type Selection } from './selection';
import { examine } from '../../gotchas/examine';
import { readSubjects, type Subject } from '../../readers/subjects';
import { asRecord } from '../../readers/template';
import type { AcknowledgedFinding, Place, Report, ReportedFinding, ReportedGap } from '../report/report';

/** Kinds of subjects, in AWS's words. */
const KINDS: Readonly<Record<Subject['kind'], string>> = {
  task: 'task definition',
  service: 'service',
  scalableTarget: 'scalable target',
  targetGroup: 'target group',
  balancer: 'load balancer',
  listener: 'listener',
  listenerRule: 'listener rule',
  vpc: 'VPC',
  registry: 'Cloud Map service',
  capacity: 'container instances',
  capacityProvider: 'capacity provider',
  cluster: 'cluster',
  repository: 'repository',
  taskLaunch: 'task launch',
};

/** Looks for the catalogue in the templates of one app. */
export function look(templates: readonly ReadTemplate[], selection: Selection): Report {
  const byId = new Map(templates.map((template) => [template.source.id, template]));
  const places = new Places(byId);
  const findings: ReportedFinding[] = [];
  const acknowledged: AcknowledgedFinding[] = [];
  const gaps: ReportedGap[] = templates.flatMap(loopsOf);
  let ok = 0;
  const subjects = readSubjects(templates.map(({ source }) => source));
  for (const { gotcha, subject, outcome } of examine(subjects, selection.gotchas)) {
    for (const finding of outcome.findings) {
      const { place, acknowledged: reasons } = places.at(subject, finding.property);
      const reported = {
        id: gotcha.id,
        severity: selection.severities.get(gotcha.id) ?? finding.severity ?? gotcha.severity,
        at: place,
        detail: finding.detail,
        property: finding.property,
        why: gotcha.why,
        fix: finding.fix ?? gotcha.fix,
        docsUrl: gotcha.docsUrl,
      };
      const reason = reasons.get(PACK + gotcha.id) ?? selection.acknowledged.get(gotcha.id);
      if (reason === undefined) findings.push(reported);
      else acknowledged.push({ ...reported, reason });
    }
    for (const reason of outcome.notChecked) gaps.push({ id: gotcha.id, at: places.at(subject).place, reason });
    if (outcome.findings.length + outcome.notChecked.length === 0) ok++;
  }
  return {
    verb: 'check',
    sources: [...new Set(templates.map(({ name }) => name))],
    places: subjects.map((subject) => places.at(subject).place),
    findings,
    acknowledged,
    gaps,
    ok,
  };
}

class Places {
  private readonly known = new Map<string, ResourcePlace>();

  public constructor(private readonly templates: ReadonlyMap<string, ReadTemplate>) {}

  public at({ kind, resource }: Subject, property?: string): ResourcePlace {
    const { template: { source }, logicalId } = resource;
    const key = JSON.stringify([source.id, logicalId, kind, property]);
    const known = this.known.get(key) ?? placeOf(this.templates.get(source.id)!, logicalId, KINDS[kind], property);
    this.known.set(key, known);
    return known;
  }
}

// What a loop makes exists only in CloudFormation.
function loopsOf({ source, name }: ReadTemplate): readonly ReportedGap[] {
  const loops = Object.keys(asRecord(source.body.Resources)).filter((key) => key.startsWith('Fn::ForEach'));
  return loops.map((loop) => {
    const at: Place = { name: loop, kind: 'loop', source: name };
    return { id: loop, at, reason: 'what it makes is known to CloudFormation only: check the processed template of a change set instead' };
  });
}
