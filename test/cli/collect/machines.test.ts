import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import type { Account } from '../../../src/cli/collect/account';
import { collect } from '../../../src/cli/collect/collect';
import { Unknown } from '../../../src/facts/fact';

withoutMachine();

const CLUSTER = 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop';
const machine = (name: string) => `arn:aws:states:eu-west-1:111122223333:stateMachine:${name}`;
const queue = (name: string) => `arn:aws:sqs:eu-west-1:111122223333:${name}`;
const runTask = (Cluster: string) => ({ Type: 'Task', Resource: 'arn:aws:states:::ecs:runTask.sync', Parameters: { Cluster }, End: true });

/** Definitions of the state machines of the region. */
const MACHINES: Readonly<Record<string, object>> = {
  report: { StartAt: 'Run', States: { Run: runTask(CLUSTER) } },
  uploaded: {
    StartAt: 'Run',
    States: {
      Run: runTask('shop'),
      DeadLetter: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage',
        Parameters: { 'QueueUrl': 'https://sqs.eu-west-1.amazonaws.com/111122223333/not-started', 'MessageBody.$': '$' },
        Next: 'NotStarted',
      },
      NotStarted: { Type: 'Fail' },
    },
  },
  elsewhere: { StartAt: 'Run', States: { Run: runTask('arn:aws:ecs:eu-west-1:111122223333:cluster/other') } },
  mail: { StartAt: 'Wait', States: { Wait: { Type: 'Wait', Seconds: 1, End: true } } },
};

/** Rules by the ARN of their target. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  [CLUSTER]: ['direct', 'both'], [machine('uploaded')]: ['both', 'objects'], [machine('elsewhere')]: ['other'],
};

const START_EXECUTION = 'arn:aws:scheduler:::aws-sdk:sfn:startExecution';

/** Targets of schedules by their names. */
const TARGETS: Readonly<Record<string, { readonly Arn: string; readonly Input?: string; readonly DeadLetterConfig?: object }>> = {
  nightly: { Arn: machine('report'), DeadLetterConfig: { Arn: queue('starts') } },
  hourly: { Arn: `${machine('report')}:3` },
  weekly: { Arn: machine('elsewhere') },
  monthly: { Arn: machine('mail') },
  daily: { Arn: CLUSTER },
  yearly: { Arn: START_EXECUTION, Input: JSON.stringify({ StateMachineArn: `${machine('report')}:live`, Input: '{}' }) },
  fortnightly: { Arn: START_EXECUTION, Input: JSON.stringify({ StateMachineArn: machine('mail') }) },
};

function awsWithMachines(): FakeAws {
  const Schedules = Object.entries(TARGETS).map(([Name, { Arn }]) => ({ GroupName: 'default', Name, State: 'ENABLED', Target: { Arn } }));
  const names = Object.keys(MACHINES);
  return new FakeAws(makeAccount(1))
    .on('ListStateMachines', ({ input, answer }) => answer(input.nextToken
      ? { stateMachines: names.slice(2).map((name) => ({ name, stateMachineArn: machine(name) })) }
      : { stateMachines: names.slice(0, 2).map((name) => ({ name, stateMachineArn: machine(name) })), nextToken: '2' }))
    .on('DescribeStateMachine', ({ input: { stateMachineArn }, answer }) => answer({ stateMachineArn, definition: JSON.stringify(MACHINES[stateMachineArn.split(':')[6]]) }))
    .on('ListRuleNamesByTarget', ({ input, answer }) => answer({ RuleNames: RULES[input.TargetArn] ?? [] }))
    .on('ListTargetsByRule', ({ input, answer }) => answer({ Targets: input.Rule === 'objects' ? [{ Id: '1', Arn: machine('uploaded'), DeadLetterConfig: { Arn: queue('starts') } }] : [] }))
    .on('ListSchedules', ({ answer }) => answer({ Schedules }))
    .on('GetSchedule', ({ input, answer }) => answer({ Name: input.Name, Target: TARGETS[input.Name] }))
    .on('GetQueueUrl', ({ input, answer }) => answer({ QueueUrl: `https://sqs.eu-west-1.amazonaws.com/111122223333/${input.QueueName}` }))
    .on('GetQueueAttributes', ({ answer }) => answer({ Attributes: { ApproximateNumberOfMessages: '3', MessageRetentionPeriod: '345600' } }))
    .on('GetMetricData', ({ input, answer }) => answer({
      MetricDataResults: input.MetricDataQueries
        .filter(({ MetricStat: { Metric } }: Query) => Metric.MetricName === 'FailedInvocations' && Metric.Dimensions[0].Value === 'objects')
        .map(({ Id }: Query) => ({ Id, Values: [2], Timestamps: [Math.floor(Date.now() / 1000) - 3600] })),
    }));
}

interface Query {
  readonly Id: string;
  readonly MetricStat: { readonly Metric: { readonly MetricName: string; readonly Dimensions: readonly { readonly Value: string }[] } };
}

const look = (aws: FakeAws, depth: 'default' | 'deep' = 'deep'): Promise<Account> => collect({ clusters: 'all', depth }, aws.options);
const shop = async (aws: FakeAws) => (await look(aws)).clusters[0];

test('rules that start a state machine with a task in the cluster are rules of the cluster, each once', async () => {
  const aws = awsWithMachines();
  expect((await shop(aws)).rules).toEqual([
    { name: 'direct', failed: 0, deadLetters: 0 }, { name: 'both', failed: 0, deadLetters: 0 }, { name: 'objects', failed: 2, deadLetters: 0 },
  ]);
  expect(aws.inputs.ListRuleNamesByTarget.map(({ TargetArn }) => TargetArn)).toEqual([CLUSTER, machine('report'), machine('uploaded')]);
});

test('schedules that start such a state machine, a version or an alias of it, or name it in the input of StartExecution, are schedules of the cluster', async () => {
  const aws = awsWithMachines();
  expect((await shop(aws)).scheduleGroups).toMatchObject([{ name: 'default', schedules: ['nightly', 'hourly', 'daily', 'yearly'], others: 3 }]);
  expect(aws.inputs.GetSchedule.map(({ Name }) => Name).sort()).toEqual(['daily', 'fortnightly', 'hourly', 'nightly', 'yearly']);
});

test('dead letters of rules, schedules and state machines are read', async () => {
  expect((await look(awsWithMachines())).deadLetterQueues).toEqual(new Map([
    [queue('not-started'), { name: 'not-started', sources: ['state machine uploaded'], messages: 3, retentionDays: 4 }],
    [queue('starts'), { name: 'starts', sources: ['rule objects', 'schedule nightly'], messages: 3, retentionDays: 4 }],
  ]));
});

test('each state machine is read once', async () => {
  const aws = awsWithMachines();
  expect((await shop(aws)).unreadMachines).toEqual([]);
  expect(aws.inputs.DescribeStateMachine.map(({ stateMachineArn }) => stateMachineArn)).toEqual(Object.keys(MACHINES).map(machine));
  expect(aws.inputs.ListStateMachines).toEqual([{ maxResults: 100 }, { maxResults: 100, nextToken: '2' }]);
});

test.each([
  ['ListStateMachines', 'states:ListStateMachines'],
  ['DescribeStateMachine', 'states:DescribeStateMachine'],
])('%s denied leaves one gap that names %s, beside rules and schedules with the cluster as target', async (operation, action) => {
  const account = await look(awsWithMachines().refuse(operation, 'AccessDeniedException'));
  const denied = new Unknown(`${action} is denied: allow it`);
  expect(account.clusters[0].unreadMachines).toEqual([denied]);
  expect(account.clusters[0].rules).toMatchObject([{ name: 'direct' }, { name: 'both' }]);
  expect(account.clusters[0].scheduleGroups).toMatchObject([{ schedules: ['daily'], others: 6 }]);
  expect([...(account.deadLetterQueues as ReadonlyMap<string, unknown>).values()]).toEqual([denied]);
});

test('rules of a state machine that cannot be listed leave the rules of its cluster unknown', async () => {
  const aws = awsWithMachines().on('ListRuleNamesByTarget', ({ input, answer }) => (input.TargetArn === CLUSTER ? answer({ RuleNames: [] })
    : { status: 400, headers: {}, body: '{"__type":"AccessDeniedException","message":"no"}' }));
  expect((await shop(aws)).rules).toEqual(new Unknown('events:ListRuleNamesByTarget is denied: allow it'));
});

test('a state machine that has just been deleted is none', async () => {
  const cluster = await shop(awsWithMachines().refuse('DescribeStateMachine', 'StateMachineDoesNotExist'));
  expect(cluster.unreadMachines).toEqual([]);
  expect(cluster.scheduleGroups).toMatchObject([{ schedules: ['daily'] }]);
});

test('more state machines than two pages are a gap, and none is read', async () => {
  const aws = awsWithMachines().on('ListStateMachines', ({ answer }, count) => answer({ stateMachines: [], nextToken: String(count) }));
  expect((await shop(aws)).unreadMachines).toEqual([new Unknown('Step Functions has more than 200 state machines')]);
  expect(aws.count('ListStateMachines')).toBe(2);
  expect(aws.count('DescribeStateMachine')).toBe(0);
});

test('state machines are read at depth deep only', async () => {
  const aws = awsWithMachines();
  expect((await look(aws, 'default')).clusters[0].unreadMachines).toEqual([]);
  expect(aws.count('ListStateMachines')).toBe(0);
});
