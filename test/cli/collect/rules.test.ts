import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import { collect } from '../../../src/cli/collect/collect';
import { Unknown } from '../../../src/facts/fact';

withoutMachine();

const CLUSTER = 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop';
const HOUR = 3600;

/** Values of a metric, each so many hours before now. */
function series(Id: string, ...points: readonly (readonly [hours: number, value: number])[]): object {
  const now = Math.floor(Date.now() / 1000);
  return { Id, Values: points.map(([, value]) => value), Timestamps: points.map(([hours]) => now - hours * HOUR) };
}

function awsWithRules(): FakeAws {
  return new FakeAws(makeAccount(1))
    .on('ListRuleNamesByTarget', ({ input, answer }) => answer(input.NextToken ? { RuleNames: ['import'] } : { RuleNames: ['nightly'], NextToken: '2' }))
    .on('ListStateMachines', ({ answer }) => answer({ stateMachines: [] }))
    .on('GetMetricData', ({ answer }) => answer({ MetricDataResults: [series('failed1', [30, 7], [20, 2], [1, 1]), series('dead1', [20, 2])] }));
}

const rulesOf = async (aws: FakeAws, depth: 'default' | 'deep' = 'deep') => (await collect({ clusters: 'all', depth }, aws.options)).clusters[0].rules;

test('rules that start tasks in a cluster have their failures of the last day', async () => {
  const aws = awsWithRules();
  expect(await rulesOf(aws)).toEqual([{ name: 'nightly', failed: 3, deadLetters: 2 }, { name: 'import', failed: 0, deadLetters: 0 }]);
  expect(aws.inputs.ListRuleNamesByTarget).toEqual([{ TargetArn: CLUSTER, Limit: 100 }, { TargetArn: CLUSTER, Limit: 100, NextToken: '2' }]);
});

test('metrics of rules share the calls of those of services', async () => {
  const aws = awsWithRules();
  await rulesOf(aws);
  expect(aws.inputs.GetMetricData).toHaveLength(1);
  expect(aws.inputs.GetMetricData[0].MetricDataQueries.map(({ Id }: { Id: string }) => Id)).toEqual(['cpu0', 'memory0', 'failed0', 'dead0', 'failed1', 'dead1']);
  expect(aws.inputs.GetMetricData[0].MetricDataQueries[4].MetricStat).toEqual({
    Metric: { Namespace: 'AWS/Events', MetricName: 'FailedInvocations', Dimensions: [{ Name: 'RuleName', Value: 'nightly' }] }, Period: HOUR, Stat: 'Sum',
  });
});

test.each([
  ['ListRuleNamesByTarget', 'events:ListRuleNamesByTarget'],
  ['GetMetricData', 'cloudwatch:GetMetricData'],
])('%s denied leaves a gap that names %s', async (operation, action) => {
  expect(await rulesOf(awsWithRules().refuse(operation, 'AccessDeniedException'))).toEqual(new Unknown(`${action} is denied: allow it`));
});

test('rules are read at depth deep only', async () => {
  const aws = awsWithRules();
  expect(await rulesOf(aws, 'default')).toEqual(new Unknown('it is read with --depth deep only'));
  expect(aws.count('ListRuleNamesByTarget')).toBe(0);
});
