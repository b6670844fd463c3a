import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import type { Account } from '../../../src/cli/collect/account';
import { collect } from '../../../src/cli/collect/collect';
import { Unknown } from '../../../src/facts/fact';

withoutMachine();

const CLUSTER = 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop';
const RUN_TASK = 'arn:aws:scheduler:::aws-sdk:ecs:runTask';
const DEAD = 'arn:aws:sqs:eu-west-1:111122223333:dead';
const now = Math.floor(Date.now() / 1000);

/** Targets of schedules by name, each with the name of its group in front. */
const TARGETS: Readonly<Record<string, { readonly Arn: string; readonly Input?: string; readonly DeadLetterConfig?: object }>> = {
  'jobs/nightly': { Arn: CLUSTER, DeadLetterConfig: { Arn: DEAD } },
  'jobs/hourly': { Arn: RUN_TASK, Input: '{"Cluster":"shop"}' },
  'default/elsewhere': { Arn: RUN_TASK, Input: '{"Cluster":"other"}' },
  'default/odd': { Arn: RUN_TASK, Input: '<<not json>>' },
  'default/mail': { Arn: 'arn:aws:lambda:eu-west-1:111122223333:function:mail' },
  'default/daily': { Arn: CLUSTER },
};

function awsWithSchedules(): FakeAws {
  const Schedules = Object.entries(TARGETS).map(([path, { Arn }]) => ({ GroupName: path.split('/')[0], Name: path.split('/')[1], State: 'ENABLED', Target: { Arn } }));
  return new FakeAws(makeAccount(1))
    .on('ListRuleNamesByTarget', ({ answer }) => answer({ RuleNames: [] }))
    .on('ListStateMachines', ({ answer }) => answer({ stateMachines: [] }))
    .on('ListSchedules', ({ answer }) => answer({ Schedules }))
    .on('GetSchedule', ({ input, answer }) => answer({ Name: input.Name, Target: TARGETS[`${input.groupName}/${input.Name}`] }))
    .on('GetQueueUrl', ({ input, answer }) => answer({ QueueUrl: `https://sqs.eu-west-1.amazonaws.com/111122223333/${input.QueueName}` }))
    .on('GetQueueAttributes', ({ answer }) => answer({ Attributes: { ApproximateNumberOfMessages: '3', MessageRetentionPeriod: '345600' } }))
    .on('GetMetricData', ({ answer }) => answer({
      MetricDataResults: [
        { Id: 'errors1', Values: [5, 7], Timestamps: [now - 30 * 3600, now - 3600] }, { Id: 'dropped1', Values: [1], Timestamps: [now - 3600] },
      ],
    }));
}

const look = (aws: FakeAws): Promise<Account> => collect({ clusters: 'all', depth: 'deep' }, aws.options);
const groupsOf = async (aws: FakeAws) => (await look(aws)).clusters[0].scheduleGroups;

test('schedules that start tasks in the cluster are grouped, with the metrics of each group in the last day', async () => {
  const aws = awsWithSchedules();
  expect(await groupsOf(aws)).toEqual([
    { name: 'jobs', schedules: ['nightly', 'hourly'], others: 0, failed: 7, dropped: 1, deadLetters: 0 },
    { name: 'default', schedules: ['daily'], others: 3, failed: 0, dropped: 0, deadLetters: 0 },
  ]);
  expect(aws.inputs.GetMetricData[0].MetricDataQueries.at(-1).MetricStat.Metric).toEqual({
    Namespace: 'AWS/Scheduler', MetricName: 'InvocationsSentToDeadLetterCount', Dimensions: [{ Name: 'ScheduleGroup', Value: 'jobs' }],
  });
});

test('schedules with other targets are not read one by one, and no disabled ones are listed', async () => {
  const aws = awsWithSchedules();
  await look(aws);
  expect(aws.inputs.GetSchedule.map(({ Name }) => Name).sort()).toEqual(['daily', 'elsewhere', 'hourly', 'nightly', 'odd']);
  expect(aws.inputs.ListSchedules).toEqual([{ MaxResults: '100', State: 'ENABLED' }]);
});

test('the dead-letter queue of a schedule is read', async () => {
  expect((await look(awsWithSchedules())).deadLetterQueues).toEqual(new Map([[DEAD, { name: 'dead', sources: ['schedule nightly'], messages: 3, retentionDays: 4 }]]));
});

test.each([
  ['ListSchedules', 'scheduler:ListSchedules'],
  ['GetSchedule', 'scheduler:GetSchedule'],
  ['GetMetricData', 'cloudwatch:GetMetricData'],
])('%s denied leaves a gap that names %s', async (operation, action) => {
  expect(await groupsOf(awsWithSchedules().refuse(operation, 'AccessDeniedException'))).toEqual(new Unknown(`${action} is denied: allow it`));
});

test('more schedules than twenty pages are a gap', async () => {
  const aws = awsWithSchedules().on('ListSchedules', ({ answer }, count) => answer({ Schedules: [], NextToken: String(count) }));
  expect(await groupsOf(aws)).toEqual(new Unknown('EventBridge Scheduler has more than 2000 schedules'));
});
