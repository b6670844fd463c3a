import type { ReadTemplate } from './read-template';
import { PACK, severityFor, type Selection } from './selection';
import { skippedResources } from './skipped-resources';
import { locationOf, withFile } from './template-location';
import { timings } from './timing';
import { examineInSteps, type AppExamination } from '../../examination/examine-app';
import { explained } from '../../gotchas/explained';
import type { Subject } from '../../readers/subjects';
import type { AcknowledgedFinding, Report, ReportedFinding, ReportedNotChecked } from '../report/report';
import type { Turn } from '../turns';

/** Kinds of subjects, in AWS's words. */
const KINDS: Readonly<Record<Subject['kind'], string>> = {
  task: 'task definition',
  service: 'service',
  scalableTarget: 'scalable target',
  targetGroup: 'target group',
  balancer: 'load balancer',
  listener: 'listener',
  listenerRule: 'listener rule',
  certificate: 'certificate',
  dnsRecord: 'DNS record',
  vpc: 'VPC',
  registry: 'Cloud Map service',
  capacity: 'container instances',
  capacityProvider: 'capacity provider',
  daemon: 'daemon',
  cluster: 'cluster',
  repository: 'repository',
  queue: 'queue',
  taskLaunch: 'task launch',
  expressService: 'Express service',
  gateway: 'gateway',
  alarm: 'alarm',
  eventRule: 'event rule',
};

const TRIED = 'parameters without a value were assumed to have their default, and other values that conditions compare: '
  + '--parameter <name>=<value> sets one';

/** Checks the templates of one app against the catalogue. */
export async function checkTemplates(templates: readonly ReadTemplate[], selection: Selection, turn: Turn, timing = false): Promise<Report> {
  const byId = new Map(templates.map((template) => [template.source.id, template]));
  const templateOf = ({ resource }: Subject): ReadTemplate => byId.get(resource.template.source.id)!;
  const { subjects, examinations, ok, isAssuming, expanded } = await examineInTurns(templates, selection, turn);
  const places = new Map(subjects.map((subject) => [subject, locationOf(templateOf(subject), subject.resource, KINDS[subject.kind])]));
  const findings: ReportedFinding[] = [];
  const acknowledged: AcknowledgedFinding[] = [];
  const gaps: ReportedNotChecked[] = [...skippedResources(templates, expanded)];
  for (const { gotcha, subject, outcome } of examinations) {
    const at = places.get(subject)!;
    for (const finding of outcome.findings) {
      const place = withFile(at, templateOf(subject), subject.resource, finding.property);
      const explanation = explained(gotcha, finding);
      const reported = { ...explanation, severity: severityFor(explanation, selection), at: place };
      const reason = at.made?.acknowledged.get(PACK + gotcha.id) ?? selection.acknowledged.get(gotcha.id);
      if (reason === undefined) findings.push(reported);
      else acknowledged.push({ ...reported, reason });
    }
    for (const reason of outcome.notChecked) gaps.push({ id: gotcha.id, at: at.place, reason });
    await turn(`${at.place.name} checked`);
  }
  const sources = [...new Set(templates.map(({ name }) => name))];
  return {
    verb: 'check',
    sources,
    places: [...places.values()].map(({ place }) => place),
    findings,
    acknowledged,
    gaps,
    notes: isAssuming ? [TRIED] : [],
    ok,
    timing: timing ? timings(places) : undefined,
  };
}

async function examineInTurns(templates: readonly ReadTemplate[], { gotchas }: Selection, turn: Turn): Promise<AppExamination> {
  const steps = examineInSteps(templates.map(({ source }) => source), gotchas);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await turn(value);
  }
}
