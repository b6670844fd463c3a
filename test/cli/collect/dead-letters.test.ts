import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import { collect } from '../../../src/cli/collect/collect';
import { Unknown } from '../../../src/facts/fact';

withoutMachine();

const arn = (name: string) => `arn:aws:sqs:eu-west-1:111122223333:${name}`;
/** Attributes of the queues that exist. */
const QUEUES: Readonly<Record<string, object>> = {
  'jobs': { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arn('jobs-dead'), maxReceiveCount: 3 }) },
  'mails.fifo': { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arn('gone.fifo'), maxReceiveCount: '3' }) },
  'plain': {},
  'jobs-dead': { ApproximateNumberOfMessages: '12', MessageRetentionPeriod: '1209600' },
};

/** A service whose environment names queues. */
function awsWithQueues(environment: Readonly<Record<string, string>>): FakeAws {
  const account = makeAccount(1);
  const [definition] = account.taskDefinitions.values();
  definition.containerDefinitions[0].environment = Object.entries(environment).map(([name, value]) => ({ name, value }));
  return new FakeAws(account)
    .on('ListRuleNamesByTarget', ({ answer }) => answer({ RuleNames: ['uploaded'] }))
    .on('ListTargetsByRule', ({ answer }) => answer({ Targets: [{ Id: '1', Arn: 'arn', DeadLetterConfig: { Arn: arn('jobs-dead') } }, { Id: '2', Arn: 'arn' }] }))
    .on('ListStateMachines', ({ answer }) => answer({ stateMachines: [] }))
    .on('ListSchedules', ({ answer }) => answer({ Schedules: [] }))
    .on('GetMetricData', ({ answer }) => answer({ MetricDataResults: [] }))
    .on('GetQueueUrl', ({ input: { QueueName, QueueOwnerAWSAccountId }, answer }) => QUEUES[QueueName] ? answer({ QueueUrl: `https://sqs.eu-west-1.amazonaws.com/${QueueOwnerAWSAccountId}/${QueueName}` })
      : { status: 400, headers: {}, body: JSON.stringify({ __type: 'com.amazonaws.sqs#QueueDoesNotExist', message: 'gone' }) })
    .on('GetQueueAttributes', ({ input, answer }) => answer({ Attributes: QUEUES[input.QueueUrl.split('/').pop()] }));
}

const queuesOf = async (aws: FakeAws, depth: 'default' | 'deep' = 'deep') => (await collect({ clusters: 'all', depth }, aws.options)).deadLetterQueues;
const DEAD = { name: 'jobs-dead', sources: ['queue jobs', 'rule uploaded'], messages: 12, retentionDays: 14 };

test('the dead-letter queues of the queues that a service names, and of rules, are read once', async () => {
  const aws = awsWithQueues({ QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs', QUEUE: arn('jobs'), OTHER: arn('plain') });
  expect(await queuesOf(aws)).toEqual(new Map([[arn('jobs-dead'), DEAD]]));
  expect(aws.inputs.GetQueueUrl.map(({ QueueName }) => QueueName).sort()).toEqual(['jobs', 'jobs-dead', 'plain']);
  expect(aws.hosts).not.toContain('111122223333');
});

test('queues of other regions, and values that name no queue, are left out', async () => {
  const aws = awsWithQueues({ A: 'arn:aws:sqs:us-east-1:111122223333:jobs', B: 'https://sqs.us-east-1.amazonaws.com/111122223333/jobs', C: 'https://example.com/111122223333/jobs', D: 'jobs' });
  expect(await queuesOf(aws)).toEqual(new Map([[arn('jobs-dead'), { ...DEAD, sources: ['rule uploaded'] }]]));
});

test('a dead-letter queue that does not exist is a gap', async () => {
  expect((await queuesOf(awsWithQueues({ QUEUE: arn('mails.fifo') })) as ReadonlyMap<string, unknown>).get(arn('gone.fifo'))).toEqual(new Unknown('queue gone.fifo does not exist'));
});

test.each([
  ['GetQueueUrl', 'sqs:GetQueueUrl'],
  ['GetQueueAttributes', 'sqs:GetQueueAttributes'],
  ['ListTargetsByRule', 'events:ListTargetsByRule'],
])('%s denied leaves a gap that names %s', async (operation, action) => {
  const queues = await queuesOf(awsWithQueues({ QUEUE: arn('jobs') }).refuse(operation, 'AccessDeniedException')) as ReadonlyMap<string, unknown>;
  expect([...queues.values()]).toContainEqual(new Unknown(`${action} is denied: allow it`));
});

test('queues are read at depth deep only', async () => {
  const aws = awsWithQueues({ QUEUE: arn('jobs') });
  expect(await queuesOf(aws, 'default')).toEqual(new Unknown('it is read with --depth deep only'));
  expect(aws.count('GetQueueUrl')).toBe(0);
});
