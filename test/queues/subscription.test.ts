import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { App, Duration, Stack } from 'aws-cdk-lib/core';
import { consumer, messagesIn, PROCESSING_TIME, QUEUE, statementsFor, SUBSCRIPTION, worker } from './consuming';
import { QueueConsumer, Subscription } from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, templateWithoutTokens, testStack, tokens } from '../support/stacks';

const VISIBLE = { visibilityTimeout: Duration.minutes(2) };
const PATTERN = { source: ['shop.orders'] };

function paid(stack: Stack, props: sns.TopicProps = {}): sns.Topic {
  return new sns.Topic(stack, 'Paid', props);
}

test.each(FLAG_SETS)('with $flags, a topic and a bus synthesize its recorded template', ({ context }) => {
  const stack = testStack(context);
  const bus = new events.EventBus(stack, 'Bus');
  consumer(stack, { subscriptions: [Subscription.topic(paid(stack)), Subscription.bus(bus, PATTERN), Subscription.bus(bus, { source: ['shop.mails'] })] });
  expect(messagesIn(Template.fromStack(stack))).toMatchSnapshot();
});

test('messages arrive raw, and undeliverable ones have a separate queue', () => {
  const stack = testStack();
  const { queue, undeliveredQueues, deadLetterQueue } = consumer(stack, { subscriptions: [Subscription.topic(paid(stack))] });
  expect(undeliveredQueues).toHaveLength(1);
  expect(undeliveredQueues[0]).not.toBe(deadLetterQueue);
  const template = Template.fromStack(stack);
  template.hasResourceProperties(SUBSCRIPTION, {
    Protocol: 'sqs',
    Endpoint: stack.resolve(queue.queueArn),
    RawMessageDelivery: true,
    RedrivePolicy: { deadLetterTargetArn: stack.resolve(undeliveredQueues[0].queueArn) },
  });
  // The policy first: nothing is refused in between.
  template.hasResource(SUBSCRIPTION, { DependsOn: Match.arrayWith([Match.stringLikeRegexp('QueuePolicy')]) });
});

test('only the topic and the rule may send', () => {
  const stack = testStack();
  const [topic, bus] = [paid(stack), new events.EventBus(stack, 'Bus')];
  consumer(stack, { subscriptions: [Subscription.topic(topic), Subscription.bus(bus, PATTERN)] });
  const template = Template.fromStack(stack);
  const [rule] = Object.keys(template.findResources('AWS::Events::Rule'));
  const allowed = (sourceArn: unknown) => Match.objectLike({ Action: 'sqs:SendMessage', Condition: { ArnEquals: { 'aws:SourceArn': sourceArn } } });
  for (const [service, sourceArn] of [['sns.amazonaws.com', { Ref: stack.getLogicalId(topic.node.defaultChild as sns.CfnTopic) }], ['events.amazonaws.com', { 'Fn::GetAtt': [rule, 'Arn'] }]] as const) {
    const statements = statementsFor(template, 'AWS::SQS::QueuePolicy', service);
    expect(statements).toHaveLength(2);
    for (const statement of statements) expect(allowed(sourceArn).test(statement).hasFailed()).toBe(false);
  }
});

test('the key of the queue lets the senders encrypt, and SNS for its topic only', () => {
  const stack = testStack();
  const queue = new sqs.Queue(stack, 'Own', { ...VISIBLE, encryptionMasterKey: new kms.Key(stack, 'Key') });
  consumer(stack, { queue, subscriptions: [Subscription.topic(paid(stack)), Subscription.bus(new events.EventBus(stack, 'Bus'), PATTERN)] });
  const template = Template.fromStack(stack);
  expect(statementsFor(template, 'AWS::KMS::Key', 'sns.amazonaws.com')).toMatchObject([
    { Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], Condition: { ArnEquals: { 'aws:SourceArn': expect.anything() } } },
  ]);
  // EventBridge names no source to a key.
  expect(statementsFor(template, 'AWS::KMS::Key', 'events.amazonaws.com')).toEqual([
    { Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Resource: '*' },
  ]);
});

test('filters and the envelope of SNS pass on', () => {
  const stack = testStack();
  const country = sns.FilterOrPolicy.filter(sns.SubscriptionFilter.stringFilter({ allowlist: ['DE'] }));
  const filterPolicyWithMessageBody = { order: sns.FilterOrPolicy.policy({ country }) };
  const other = new sns.Topic(stack, 'Other');
  const filterPolicy = { kind: sns.SubscriptionFilter.stringFilter({ allowlist: ['card', 'cash'] }) };
  const attributes = Subscription.topic(paid(stack), { filterPolicy, raw: false });
  const body = Subscription.topic(other, { filterPolicyWithMessageBody });
  consumer(stack, { subscriptions: [attributes, body] });
  const template = Template.fromStack(stack);
  template.hasResourceProperties(SUBSCRIPTION, { FilterPolicy: { kind: ['card', 'cash'] }, RawMessageDelivery: false });
  template.hasResourceProperties(SUBSCRIPTION, { FilterPolicy: { order: { country: ['DE'] } }, FilterPolicyScope: 'MessageBody' });
});

test('a FIFO topic delivers to a FIFO queue and to a standard queue; undeliverable messages go to a FIFO queue', () => {
  for (const fifo of [true, undefined]) {
    const stack = testStack();
    const queue = fifo ? new sqs.Queue(stack, 'Own', { ...VISIBLE, fifo }) : undefined;
    consumer(stack, { queue, subscriptions: [Subscription.topic(paid(stack, { fifo: true }))] });
    Template.fromStack(stack).hasResourceProperties(QUEUE, { FifoQueue: true, MessageRetentionPeriod: 1209600 });
  }
});

test('an event bus delivers to a FIFO queue in one message group', () => {
  const stack = testStack();
  const queue = new sqs.Queue(stack, 'Own', { ...VISIBLE, fifo: true, contentBasedDeduplication: true });
  consumer(stack, { queue, subscriptions: [Subscription.bus(new events.EventBus(stack, 'Bus'), PATTERN, { messageGroupId: 'orders' })] });
  Template.fromStack(stack).hasResourceProperties('AWS::Events::Rule', {
    EventPattern: PATTERN, Targets: [{ SqsParameters: { MessageGroupId: 'orders' }, DeadLetterConfig: { Arn: Match.anyValue() } }],
  });
});

test('an imported queue and an imported key are reported, as nothing writes their policies', () => {
  const stack = testStack();
  const queue = sqs.Queue.fromQueueAttributes(stack, 'Own', {
    queueArn: 'arn:aws:sqs:eu-west-1:111122223333:jobs', keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1',
  });
  consumer(stack, { queue, ...VISIBLE, subscriptions: [Subscription.topic(paid(stack))] });
  const annotations = Annotations.fromStack(stack);
  annotations.hasWarning('/Shop/Jobs', Match.stringLikeRegexp('the queue is imported, and its policy is not edited: make sure that it allows sns.amazonaws.com sqs:SendMessage'));
  annotations.hasWarning('/Shop/Jobs', Match.stringLikeRegexp('the key of the queue is imported, and its policy is not edited: make sure that it allows sns.amazonaws.com kms:GenerateDataKey'));
});

describe('a topic of another account', () => {
  function subscribing(topic: (stack: Stack) => sns.ITopic): Stack {
    const stack = new Stack(new App({ analyticsReporting: false }), 'Shop', { env: { account: '111122223333', region: 'eu-west-1' } });
    consumer(stack, { subscriptions: [Subscription.topic(topic(stack))] });
    return stack;
  }

  test('that is imported is subscribed to, and its policy is reported', () => {
    const stack = subscribing((scope) => sns.Topic.fromTopicArn(scope, 'Paid', 'arn:aws:sns:eu-west-1:444455556666:paid'));
    Annotations.fromStack(stack).hasWarning('/Shop/Jobs', Match.stringLikeRegexp('the topic belongs to account 444455556666.*allows account 111122223333 sns:Subscribe'));
    Template.fromStack(stack).hasResourceProperties(SUBSCRIPTION, { TopicArn: 'arn:aws:sns:eu-west-1:444455556666:paid' });
  });

  test('of the app allows this account to subscribe', () => {
    const app = new App({ analyticsReporting: false });
    const owner = new Stack(app, 'Owner', { env: { account: '444455556666', region: 'eu-west-1' } });
    const stack = new Stack(app, 'Shop', { env: { account: '111122223333', region: 'eu-west-1' } });
    consumer(stack, { subscriptions: [Subscription.topic(paid(owner, { topicName: 'paid' }))] });
    Template.fromStack(owner).hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: { Statement: [{ Action: 'sns:Subscribe', Condition: { StringEquals: { 'sns:Protocol': 'sqs' } } }] },
    });
    Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
  });
});

describe('refusals', () => {
  type Given = (stack: Stack) => { readonly queue?: sqs.IQueue; readonly subscriptions: Subscription[] };
  const allowlist = (length: number) => sns.SubscriptionFilter.stringFilter({ allowlist: Array.from({ length }, (_, index) => `value${index}`) });
  const fifoQueue = (stack: Stack, props: sqs.QueueProps = {}) => new sqs.Queue(stack, 'Own', { ...VISIBLE, fifo: true, ...props });
  const bus = (stack: Stack) => new events.EventBus(stack, 'Bus');
  const filtered = (length: number, values: number) => Object.fromEntries(Array.from({ length }, (_, index) => [`key${index}`, allowlist(values)]));

  test.each<[string, Given, string]>([
    ['a standard topic for a FIFO queue', (stack) => ({ queue: fifoQueue(stack), subscriptions: [Subscription.topic(paid(stack))] }), 'subscriptions[0] is a standard topic, and the queue is a FIFO queue [que-topic-kind]'],
    ['one topic twice', (stack) => { const topic = paid(stack); return { subscriptions: [Subscription.topic(topic), Subscription.topic(topic, { raw: false })] }; }, 'subscriptions has'],
    ['a queue with the key of AWS', (stack) => ({ queue: new sqs.Queue(stack, 'Own', { ...VISIBLE, encryption: sqs.QueueEncryption.KMS_MANAGED }), subscriptions: [Subscription.bus(bus(stack), PATTERN)] }), '[que-sender-cannot-encrypt]'],
    ['six attributes', (stack) => ({ subscriptions: [Subscription.topic(paid(stack), { filterPolicy: filtered(6, 1) })] }), 'subscriptions[0].filterPolicy has 6 keys, it must have 1 to 5'],
    ['no attribute', (stack) => ({ subscriptions: [Subscription.topic(paid(stack), { filterPolicy: {} })] }), 'filterPolicy has 0 keys'],
    ['151 combinations', (stack) => ({ subscriptions: [Subscription.topic(paid(stack), { filterPolicy: filtered(2, 13) })] }), 'has 169 combinations of values, it must have at most 150'],
    [
      'many combinations within the body',
      (stack) => {
        const filterPolicyWithMessageBody = { a: sns.FilterOrPolicy.policy({ b: sns.FilterOrPolicy.filter(allowlist(80)) }) };
        return { subscriptions: [Subscription.topic(paid(stack), { filterPolicyWithMessageBody })] };
      },
      'filterPolicyWithMessageBody has 160 combinations of values',
    ],
    [
      'two filters',
      (stack) => {
        const both = { filterPolicy: filtered(1, 1), filterPolicyWithMessageBody: { a: sns.FilterOrPolicy.filter(allowlist(1)) } };
        return { subscriptions: [Subscription.topic(paid(stack), both)] };
      },
      'SNS reads one of the two',
    ],
    ['an empty pattern', (stack) => ({ subscriptions: [Subscription.bus(bus(stack), {})] }), 'subscriptions[0] has an event pattern without a condition'],
    ['a bus without a group for a FIFO queue', (stack) => ({ queue: fifoQueue(stack), subscriptions: [Subscription.bus(bus(stack), PATTERN)] }), 'has no messageGroupId'],
    ['a group for a standard queue', (stack) => ({ subscriptions: [Subscription.bus(bus(stack), PATTERN, { messageGroupId: 'a' })] }), 'has a messageGroupId, and the queue is a standard queue'],
    ['a FIFO queue that needs deduplication ids', (stack) => ({ queue: fifoQueue(stack), subscriptions: [Subscription.bus(bus(stack), PATTERN, { messageGroupId: 'a' })] }), 'has no contentBasedDeduplication'],
  ])('fails for %s', (_, given, words) => {
    const stack = testStack();
    const [service, props] = [worker(stack), given(stack)];
    expect(refusalOf(stack, 'Jobs', (scope, id) => new QueueConsumer(scope, id, { service, processingTime: PROCESSING_TIME, ...props }))).toContain(words);
  });

  test('fails for a topic and a bus of another region', () => {
    const stack = new Stack(new App({ analyticsReporting: false }), 'Shop', { env: { account: '111122223333', region: 'eu-west-1' } });
    const service = worker(stack);
    const queue = new sqs.Queue(stack, 'Own', VISIBLE);
    const refused = (subscription: Subscription) => refusalOf(stack, 'Jobs', (scope, id) => new QueueConsumer(scope, id, { service, processingTime: PROCESSING_TIME, queue, subscriptions: [subscription] }));
    expect(refused(Subscription.topic(sns.Topic.fromTopicArn(stack, 'Paid', 'arn:aws:sns:us-east-1:111122223333:paid')))).toContain('subscriptions[0] is a topic in us-east-1, and the queue is in eu-west-1');
    expect(refused(Subscription.bus(events.EventBus.fromEventBusArn(stack, 'Bus', 'arn:aws:events:eu-west-1:444455556666:event-bus/shop'), PATTERN)))
      .toContain('subscriptions[0] is an event bus of account 444455556666, and the queue is in account 111122223333');
  });
});

test('a topic whose ARN is a token passes every check', () => {
  const stack = testStack();
  const topic = sns.Topic.fromTopicArn(stack, 'Paid', `arn:aws:sns:eu-west-1:111122223333:${tokens(stack).text}`);
  consumer(stack, { queue: new sqs.Queue(stack, 'Own', { ...VISIBLE, fifo: true }), subscriptions: [Subscription.topic(topic)] });
  templateWithoutTokens(stack);
});
