import { catalogue } from '../../../gotchas/catalogue.generated';
import type { CatalogueEntry } from '../../../gotchas/definition';
import { explained } from '../../../gotchas/explained';
import type { Account, LiveCluster } from '../../collect/account';
import { CLUSTER_CHECKS, REGION_CHECKS, SERVICE_CHECKS } from '../checks';
import { run, type ClusterView, type LiveCheck } from '../live-check';
import { combine, type Diagnoses } from './diagnosed';
import { clusterLocation, regionLocation, serviceLocation } from './live-location';
import type { Location } from '../../report/report';

/** Findings that only a running service shows. */
export function byState({ readAt: now, depth, settings, clusters, region, jobAlarms, deadLetterQueues }: Account): Diagnoses {
  const words = new Map(catalogue.map((gotcha) => [gotcha.id, gotcha]));
  // A place of the report is a cluster, and the region is none.
  const ofRegion = { ...diagnose(REGION_CHECKS, { jobAlarms, deadLetterQueues }, regionLocation(region), words), places: [] };
  return combine([ofRegion, ...clusters.map((cluster) => {
    const view: ClusterView = { now, depth, settings, cluster };
    const arn = cluster.cluster.clusterArn ?? cluster.cluster.clusterName ?? '';
    const services = cluster.services.map((live) =>
      diagnose(SERVICE_CHECKS, { ...view, live }, serviceLocation(arn, live.service.serviceName ?? ''), words));
    return combine([diagnose(CLUSTER_CHECKS, view, clusterLocation(arn), words), ...services, missing(cluster, arn)]);
  })]);
}

function diagnose<V>(checks: readonly LiveCheck<V>[], view: V, at: Location, words: ReadonlyMap<string, CatalogueEntry>): Diagnoses {
  const outcomes = checks.map((check) => ({ check, results: run(check, view) }));
  return {
    findings: outcomes.flatMap(({ check, results }) => results.flatMap((result) => {
      if ('notChecked' in result) return [];
      const gotcha = words.get(result.id ?? check.id)!;
      // The observation may be worse than what the configuration leads to, so the consequence of the gotcha is left out.
      const { consequence: _consequence, ...explanation } = explained(gotcha, result);
      const { severity = explanation.severity, why = explanation.why, evidence, log } = result;
      return [{
        ...explanation,
        severity,
        at,
        why,
        evidence,
        thing: result.thing,
        log,
        causalRank: result.causalRank ?? gotcha.causalRank ?? 'cause',
        check: `${check.id} live`,
      }];
    })),
    gaps: outcomes.flatMap(({ check: { id }, results }) => results.flatMap((result) => 'notChecked' in result ? [{ id, at, reason: result.notChecked }] : [])),
    places: [at],
    ok: outcomes.filter(({ results }) => results.length === 0).length,
  };
}

function missing({ notRead }: LiveCluster, clusterArn: string): Diagnoses {
  return {
    findings: [],
    gaps: notRead.map(({ name, reason }) => ({ id: 'ecs:DescribeServices', at: serviceLocation(clusterArn, name), reason, isLost: true })),
    places: [],
    ok: 0,
  };
}
