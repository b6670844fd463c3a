import type { UsedQueue } from './dead-letters';
import type { ReadMachines } from './machines';
import { Unknown, type Fact } from '../../../facts/fact';
import { fact } from '../call-failed';
import { CALLS } from '../calls';
import type { Context } from '../context';
import { mapOf } from '../lists';
import { allPages } from '../pages';
import type { Cluster } from '../shapes';

/** Names of the rules of the default event bus that start tasks in each cluster, also by a state machine, by the ARN of the cluster. */
export async function readRuleNames(
  { aws }: Context, clusters: readonly Cluster[], reading: Promise<ReadMachines>,
): Promise<ReadonlyMap<string, Fact<readonly string[]>>> {
  const ofTargets = (arns: readonly string[]) => mapOf(arns, (TargetArn) => fact(() =>
    allPages(aws, CALLS.listRuleNamesByTarget, { TargetArn }, (page) => page.RuleNames)));
  const [ofClusters, [{ ofTasks }, ofMachines]] = await Promise.all([
    ofTargets(clusters.map(({ clusterArn }) => clusterArn!)),
    reading.then(async (machines) => [machines, await ofTargets(machines.ofTasks.map(({ arn }) => arn))] as const),
  ]);
  return new Map([...ofClusters].map(([clusterArn, names]) => {
    const all = [names, ...ofTasks.filter(({ clusterArns }) => clusterArns.includes(clusterArn)).map(({ arn }) => ofMachines.get(arn)!)];
    return [clusterArn, all.find((some) => some instanceof Unknown) ?? [...new Set((all as readonly (readonly string[])[]).flat())]];
  }));
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
