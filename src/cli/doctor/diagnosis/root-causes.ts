import { brokenThings } from './broken-things';
import type { Diagnosed } from './diagnosed';
import { clusterLocation, serviceLocation } from './live-location';
import { oneFaultEach } from './one-fault';
import type { Account, LiveCluster, LiveService } from '../../collect/account';
import { nameIn } from '../../collect/service-state';
import { explains, orderOf } from '../../../gotchas/causal-rank';
import { catalogue } from '../../../gotchas/catalogue.generated';
import { groupBy } from '../../group-by';
import type { Location } from '../../report/report';
import { SEVERITIES } from '../../report/summary';
import { runsOnInstances } from '../compute';

/** Ids of gotchas by those that are their consequences, wherever both are found. */
const FOLLOWS: ReadonlyMap<string, string> = new Map(catalogue.flatMap(({ id, follows }) => follows === undefined ? [] : [[id, follows]]));

type ByPlace = ReadonlyMap<string, readonly Diagnosed[]>;

/** Reports one finding for one fault: merges the findings of several checks, and marks consequences as such. */
export function rootCauses(account: Account, findings: readonly Diagnosed[]): readonly Diagnosed[] {
  const byPlace = groupBy(findings, ({ at }) => keyOf(at));
  const covered = new Set<Diagnosed>();
  const ofServices = oneFaultEach(account.clusters.flatMap((cluster) => cluster.services.flatMap((live) => (
    ofService(cluster, live, byPlace, covered).map((finding) => ({ finding, things: brokenThings(finding, { cluster, live }) }))))));
  const services = new Set(ofServices.map(({ at }) => keyOf(at)));
  return [...ofServices, ...findings.filter((finding) => !covered.has(finding) && !services.has(keyOf(finding.at)))];
}

function ofService(live: LiveCluster, { service }: LiveService, byPlace: ByPlace, covered: Set<Diagnosed>): readonly Diagnosed[] {
  const arn = live.cluster.clusterArn ?? '';
  const at = (place: Location): readonly Diagnosed[] => byPlace.get(keyOf(place)) ?? [];
  const task = at({ name: nameIn(service.taskDefinition), kind: 'task definition', source: arn });
  const own = folded([...at(serviceLocation(arn, service.serviceName ?? ''))].map((finding) => {
    const same = task.filter(({ id }) => id === finding.id);
    same.forEach((other) => covered.add(other));
    return same.length > 0 ? { ...merged(same[0], finding), at: finding.at } : finding;
  }));
  const around = runsOnInstances(service, live) ? at(clusterLocation(arn)) : [];
  return explained(own, [...around, ...task.filter((finding) => !covered.has(finding))], new Set(around.filter(isError).map(({ id }) => id)));
}

/** Merges findings of one gotcha by several checks. */
function folded(findings: readonly Diagnosed[]): readonly Diagnosed[] {
  const kept: Diagnosed[] = [];
  for (const finding of findings) {
    const index = kept.findIndex(({ id, check }) => id === finding.id && check !== finding.check);
    if (index === -1) kept.push(finding);
    else kept[index] = merged(kept[index], finding);
  }
  return kept;
}

/** Returns the finding with the higher severity, else the first, with the evidence of both. */
function merged(first: Diagnosed, second: Diagnosed): Diagnosed {
  const isWorse = SEVERITIES.indexOf(second.severity) < SEVERITIES.indexOf(first.severity);
  // An event repeats the reason of a stopped task.
  const repeated = (text: string): boolean => first.evidence?.some((said) => text.includes(said)) ?? false;
  const evidence = [...first.evidence ?? [], ...(second.evidence ?? []).filter((text) => !repeated(text))];
  return {
    ...(isWorse ? second : first),
    thing: first.thing ?? second.thing,
    log: first.log ?? second.log,
    evidence: evidence.length > 0 ? evidence : undefined,
  };
}

/** Keeps the errors nearest to the root cause as errors; the others name their cause. The root cause is first. */
function explained(own: readonly Diagnosed[], around: readonly Diagnosed[], inCluster: ReadonlySet<string>): readonly Diagnosed[] {
  const errors = byRank([...around, ...own].filter(isError));
  return byRank(own).map((finding) => {
    const root = finding.severity === 'info' ? undefined : errors.find(({ causalRank }) => explains(causalRank, finding.causalRank));
    const cause = FOLLOWS.get(finding.id);
    // A check may report under another id what it found more exactly.
    const because = errors.find(({ id, check }) => cause !== undefined && (id === cause || check === `${cause} live`))?.id ?? (inCluster.has(finding.id) ? finding.id : root?.id);
    return because === undefined ? finding : { ...finding, severity: 'info', detail: `${finding.detail}, because of ${because}` };
  });
}

function isError({ severity }: Diagnosed): boolean {
  return severity === 'error';
}

function byRank(findings: readonly Diagnosed[]): readonly Diagnosed[] {
  return [...findings].sort((one, other) => orderOf(one.causalRank) - orderOf(other.causalRank));
}

function keyOf({ source, kind, name }: Location): string {
  return [source, kind, name].join('\n');
}
