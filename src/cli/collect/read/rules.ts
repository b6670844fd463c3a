import { Unknown, type Fact } from '../../../facts/fact';
import { fact } from '../call-failed';
import { CALLS } from '../calls';
import type { Context } from '../context';
import { mapOf } from '../lists';
import { allPages } from '../pages';
import type { Cluster } from '../shapes';

/** Names of the rules of the default event bus that start tasks in each cluster, by the ARN of the cluster. */
export function readRuleNames({ aws }: Context, clusters: readonly Cluster[]): Promise<ReadonlyMap<string, Fact<readonly string[]>>> {
  return mapOf(clusters.map(({ clusterArn }) => clusterArn!), (TargetArn) => fact(() =>
    allPages(aws, CALLS.listRuleNamesByTarget, { TargetArn }, (page) => page.RuleNames)));
}

/** Names of all of them. */
export function namesOf(rules: ReadonlyMap<string, Fact<readonly string[]>>): readonly string[] {
  return [...rules.values()].flatMap((names) => (names instanceof Unknown ? [] : names));
}
