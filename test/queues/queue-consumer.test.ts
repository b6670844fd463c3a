import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { App, Duration, Stack } from 'aws-cdk-lib/core';
import { consumer, messagesIn, PROCESSING_TIME, QUEUE, worker } from './consuming';
import { Ec2WorkerService, EcsWorkload, QueueBacklogScaling, QueueConsumer, type QueueConsumerProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

const IMPORTED = 'arn:aws:sqs:eu-west-1:111122223333:jobs';
const FIFO = 'arn:aws:sqs:eu-west-1:111122223333:jobs.fifo';

test.each(FLAG_SETS)('with $flags, a consumer synthesizes its recorded template', ({ context }) => {
  const stack = testStack(context);
  const { queue, deadLetterQueue, undeliveredQueues } = consumer(stack);
  expect(messagesIn(Template.fromStack(stack))).toMatchSnapshot();
  expect([queue.node.path, deadLetterQueue?.node.path, undeliveredQueues]).toEqual(['Shop/Jobs/Queue', 'Shop/Jobs/DeadLetters', []]);
});

test('the task may receive, delete and hide messages, and nothing else', () => {
  const stack = testStack();
  const { queue } = consumer(stack);
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: [{
        Action: ['sqs:ReceiveMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueUrl', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        Effect: 'Allow',
        Resource: stack.resolve(queue.queueArn),
      }],
    },
  });
  template.hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: [{ Environment: [{ Name: 'QUEUE_URL', Value: stack.resolve(queue.queueUrl) }] }],
  });
});

test.each([
  ['the default time to stop', undefined, 90, 120],
  ['a time to stop', Duration.seconds(100), 90, 190],
  ['work of milliseconds', undefined, 0.4, 31],
  ['work of 12 hours in all', undefined, 43170, 43200],
])('a new queue hides messages for the work and %s', (_, stopTimeout, work, seconds) => {
  const stack = testStack();
  const service = new Ec2WorkerService(stack, 'Ec2Worker', { cluster: testCluster(stack), image: IMAGE, memoryLimitMiB: 256, stopTimeout });
  new QueueConsumer(stack, 'Jobs', { service, processingTime: Duration.millis(work * 1000) });
  Template.fromStack(stack).hasResourceProperties(QUEUE, { VisibilityTimeout: seconds });
});

test('a new queue may hide messages for longer, and have another dead-letter queue', () => {
  const stack = testStack();
  const deadLetterQueue = new sqs.Queue(stack, 'Failed', { retentionPeriod: Duration.days(10) });
  const jobs = consumer(stack, { visibilityTimeout: Duration.minutes(10), deadLetterQueue, maxReceiveCount: 5 });
  expect(jobs.deadLetterQueue).toBe(deadLetterQueue);
  const template = Template.fromStack(stack);
  template.resourceCountIs(QUEUE, 2);
  template.hasResourceProperties(QUEUE, {
    VisibilityTimeout: 600, RedrivePolicy: { maxReceiveCount: 5, deadLetterTargetArn: stack.resolve(deadLetterQueue.queueArn) },
  });
});

test('a queue of the app with a key of the app is used as it is', () => {
  const stack = testStack();
  const key = new kms.Key(stack, 'Key');
  const queue = new sqs.Queue(stack, 'Queue', { encryptionMasterKey: key, visibilityTimeout: Duration.minutes(2) });
  expect(consumer(stack, { queue }).queue).toBe(queue);
  const template = Template.fromStack(stack);
  template.resourceCountIs(QUEUE, 1);
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: 'kms:Decrypt', Resource: stack.resolve(key.keyArn) })]) },
  });
});

test('an imported queue with its visibility timeout is granted, also with a key', () => {
  const stack = testStack();
  const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/1';
  consumer(stack, { queue: sqs.Queue.fromQueueAttributes(stack, 'Queue', { queueArn: IMPORTED, keyArn }), visibilityTimeout: Duration.minutes(2) });
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Resource: IMPORTED }), Match.objectLike({ Action: 'kms:Decrypt', Resource: keyArn })]) },
  });
});

test('a service of the CDK works through a queue, and scales on it from zero', () => {
  const stack = testStack();
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: IMAGE, stopTimeout: Duration.seconds(60) });
  const service = EcsWorkload.fromService(new ecs.FargateService(stack, 'Service', { cluster: testCluster(stack), taskDefinition, circuitBreaker: {} }));
  const { queue } = new QueueConsumer(stack, 'Jobs', { service, processingTime: PROCESSING_TIME });
  new QueueBacklogScaling(stack, 'Backlog', {
    service, queue, acceptableLatency: Duration.minutes(5), averageProcessingTime: Duration.seconds(10), minCapacity: 0,
  });
  const template = Template.fromStack(stack);
  template.hasResourceProperties(QUEUE, { VisibilityTimeout: 150 });
  template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', { MinCapacity: 0 });
});

describe('an imported task role', () => {
  function consuming(role: (stack: Stack) => iam.IRole): Stack {
    const stack = testStack();
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { taskRole: role(stack) });
    taskDefinition.addContainer('app', { image: IMAGE });
    const service = EcsWorkload.fromService(new ecs.FargateService(stack, 'Service', { cluster: testCluster(stack), taskDefinition, circuitBreaker: {} }));
    new QueueConsumer(stack, 'Jobs', { service, processingTime: PROCESSING_TIME });
    return stack;
  }
  const ARN = 'arn:aws:iam::111122223333:role/worker';
  const WARNING = Match.stringLikeRegexp('the imported task role is never edited: make sure that it allows sqs:ReceiveMessage');

  test('that the CDK must not edit is reported', () => {
    const stack = consuming((scope) => iam.Role.fromRoleArn(scope, 'Role', ARN, { mutable: false }));
    Annotations.fromStack(stack).hasWarning('/Shop/Jobs', WARNING);
  });

  test('that the CDK adds to is not', () => {
    const stack = consuming((scope) => iam.Role.fromRoleArn(scope, 'Role', ARN));
    Annotations.fromStack(stack).hasNoWarning('/Shop/Jobs', WARNING);
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Policy', 1);
  });
});

test('two consumers of one service have a variable each', () => {
  const stack = testStack();
  const service = worker(stack);
  new QueueConsumer(stack, 'Jobs', { service, processingTime: PROCESSING_TIME });
  const again = (scope: Stack, environmentVariable?: string) => refusalOf(scope, 'Mails', (_, id) => new QueueConsumer(stack, id, { service, processingTime: PROCESSING_TIME, environmentVariable }));
  expect(again(stack)).toContain("environmentVariable is 'QUEUE_URL', container 'app' has a variable of that name");
  expect(again(stack, '2ND')).toContain("environmentVariable is '2ND'");
  new QueueConsumer(stack, 'Mails', { service, processingTime: PROCESSING_TIME, environmentVariable: 'MAILS_URL' });
  Template.fromStack(stack).resourceCountIs(QUEUE, 4);
});

test.each<[string, (stack: Stack) => Partial<QueueConsumerProps>, string | RegExp]>([
  ['a queue that hides messages for 30 s', (stack) => ({ queue: new sqs.Queue(stack, 'Own') }), /visibilityTimeout \(30 s\) is shorter than the work on a message and the time to stop \(90 s and 30 s\) \[que-visibility-too-short\]/],
  ['a shorter visibility timeout for a new queue', () => ({ visibilityTimeout: Duration.seconds(60) }), '[que-visibility-too-short]'],
  ['a visibility timeout beside a queue of the app', (stack) => ({ queue: new sqs.Queue(stack, 'Own'), visibilityTimeout: Duration.minutes(9) }), 'visibilityTimeout is set beside a queue of the app'],
  ['an imported queue alone', (stack) => ({ queue: sqs.Queue.fromQueueArn(stack, 'Own', IMPORTED) }), 'visibilityTimeout is left out, and the queue is imported'],
  ['no work', () => ({ processingTime: Duration.seconds(0) }), 'processingTime is 0 seconds, it must be more than 0 and at most 43170 seconds'],
  ['work of 12 hours', () => ({ processingTime: Duration.hours(12) }), 'processingTime is 43200 seconds'],
  ['a visibility timeout of a day', () => ({ visibilityTimeout: Duration.days(1) }), 'visibilityTimeout is 86400 seconds, it must be a whole number from 0 to 43200 seconds'],
  ['no receive', () => ({ maxReceiveCount: 0 }), 'maxReceiveCount is 0, it must be a whole number from 1 to 1000'],
  ['a FIFO dead-letter queue', (stack) => ({ deadLetterQueue: new sqs.Queue(stack, 'Failed', { fifo: true }) }), '[que-dlq-kind]'],
  ['an imported FIFO dead-letter queue', (stack) => ({ deadLetterQueue: sqs.Queue.fromQueueArn(stack, 'Failed', FIFO) }), '[que-dlq-kind]'],
  ['a dead-letter queue that keeps messages for a day', (stack) => ({ deadLetterQueue: new sqs.Queue(stack, 'Failed', { retentionPeriod: Duration.days(1) }) }), '[que-dlq-expires-first]'],
  ['a receive count beside a queue', (stack) => ({ queue: new sqs.Queue(stack, 'Own', { visibilityTimeout: Duration.minutes(5) }), maxReceiveCount: 3 }), 'maxReceiveCount is set beside queue'],
])('fails for %s', (_, props, words) => {
  const stack = testStack();
  const [service, given] = [worker(stack), props(stack)];
  const message = refusalOf(stack, 'Jobs', (scope, id) => new QueueConsumer(scope, id, { service, processingTime: PROCESSING_TIME, ...given }));
  expect(message).toMatch(words);
});

test('fails for times that no template can add, and uses their sum', () => {
  const stack = testStack();
  const [service, { number }] = [worker(stack), tokens(stack)];
  const processingTime = Duration.seconds(number);
  expect(refusalOf(stack, 'Jobs', (scope, id) => new QueueConsumer(scope, id, { service, processingTime }))).toContain('visibilityTimeout is left out, and processingTime is a token');
  new QueueConsumer(stack, 'Jobs', { service, processingTime, visibilityTimeout: Duration.seconds(number), maxReceiveCount: number, environmentVariable: 'JOBS_URL' });
  templateWithoutTokens(stack);
});

test('an imported queue whose ARN is a token passes every check', () => {
  const stack = testStack();
  const queue = sqs.Queue.fromQueueArn(stack, 'Own', `arn:aws:sqs:eu-west-1:111122223333:${tokens(stack).text}`);
  consumer(stack, { queue, visibilityTimeout: Duration.minutes(2) });
  templateWithoutTokens(stack);
});

test('a queue of another stack works through its references', () => {
  const app = new App({ analyticsReporting: false });
  const [queues, services] = [new Stack(app, 'Queues'), new Stack(app, 'Services')];
  const queue = new sqs.Queue(queues, 'Queue', { visibilityTimeout: Duration.minutes(2), encryption: sqs.QueueEncryption.KMS });
  consumer(services, { queue });
  Template.fromStack(services).resourceCountIs(QUEUE, 0);
  Template.fromStack(queues).resourceCountIs(QUEUE, 1);
});
