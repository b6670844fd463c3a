import type { UsedQueue } from './dead-letters';
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

/** Dead-letter queues of the targets of each rule. */
export function readRuleDeadLetters({ aws }: Context, names: readonly string[]): Promise<readonly Fact<readonly UsedQueue[]>[]> {
  return Promise.all(names.map((Rule) => fact(async () => {
    const targets = await allPages(aws, CALLS.listTargetsByRule, { Rule }, (page) => page.Targets);
    return targets.flatMap(({ DeadLetterConfig }) => (DeadLetterConfig?.Arn === undefined ? [] : [{ arn: DeadLetterConfig.Arn, by: `rule ${Rule}` }]));
  })));
}

/** Names of all of them. */
export function namesOf(rules: ReadonlyMap<string, Fact<readonly string[]>>): readonly string[] {
  return [...rules.values()].flatMap((names) => (names instanceof Unknown ? [] : names));
}
