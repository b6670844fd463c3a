import * as sns from 'aws-cdk-lib/aws-sns';
import * as snsSubscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Stack } from 'aws-cdk-lib/core';
import { OTHER_QUEUE, queue } from './queue-app.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const FIFO = { FifoQueue: true };
const TOPIC_ARN = 'arn:aws:sns:eu-west-1:111122223333:orders';

function subscribed(stack: Stack, topicArn: unknown, endpoint: unknown, more: Properties = {}, id = 'Subscription'): void {
  resource(stack, id, 'AWS::SNS::Subscription', { TopicArn: topicArn, Protocol: 'sqs', Endpoint: endpoint, ...more });
}

function topic(stack: Stack, properties: Properties = {}): unknown {
  return { Ref: resource(stack, 'Topic', 'AWS::SNS::Topic', properties).logicalId };
}

const FUNCTION = { Id: 'Function', Arn: 'arn:aws:lambda:eu-west-1:111122223333:function:other' };

function notified(stack: Stack, arn: unknown): void {
  resource(stack, 'Bucket', 'AWS::S3::Bucket', { NotificationConfiguration: { QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: arn }] } });
}

function rule(stack: Stack, target: Properties): void {
  resource(stack, 'Rule', 'AWS::Events::Rule', { EventPattern: { source: ['shop'] }, Targets: [target] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a standard topic of the app', caught: true, app: (stack) => subscribed(stack, topic(stack), queue(stack, FIFO)) },
  { name: 'a topic of another app is a standard one', caught: true, app: (stack) => subscribed(stack, TOPIC_ARN, queue(stack, FIFO)) },
  { name: 'the topic has FifoTopic set to false', caught: true, app: (stack) => subscribed(stack, topic(stack, { FifoTopic: 'false' }), queue(stack, FIFO)) },
  {
    name: 'the subscription is written in the topic',
    caught: true,
    app: (stack) => void topic(stack, { Subscription: [{ Protocol: 'sqs', Endpoint: queue(stack, FIFO) }] }),
  },
  {
    name: 'one of two topics is a standard one',
    caught: true,
    app: (stack) => {
      const endpoint = queue(stack, FIFO);
      subscribed(stack, `${TOPIC_ARN}.fifo`, endpoint);
      subscribed(stack, TOPIC_ARN, endpoint, {}, 'Second');
    },
  },
  {
    name: 'the CDK subscribes it',
    caught: true,
    app: (stack) => void new sns.Topic(stack, 'Topic').addSubscription(new snsSubscriptions.SqsSubscription(new sqs.Queue(stack, 'Jobs', { fifo: true }))),
  },
  { name: 'a bucket notifies it', caught: true, app: (stack) => notified(stack, queue(stack, FIFO)) },
  { name: 'a rule sets no message group', caught: true, app: (stack) => rule(stack, { Id: 'Queue', Arn: queue(stack, FIFO) }) },
  { name: 'it is the dead-letter queue of a rule', caught: true, app: (stack) => rule(stack, { ...FUNCTION, DeadLetterConfig: { Arn: queue(stack, FIFO) } }) },
  {
    name: 'a rule sets a message group',
    caught: false,
    app: (stack) => rule(stack, { Id: 'Queue', Arn: queue(stack, FIFO), SqsParameters: { MessageGroupId: 'orders' } }),
  },
  { name: 'a bucket and a rule send to a standard queue', caught: false, app: (stack) => { const arn = queue(stack); notified(stack, arn); rule(stack, { Id: 'Queue', Arn: arn }); } },
  { name: 'a FIFO topic', caught: false, app: (stack) => subscribed(stack, topic(stack, { FifoTopic: true }), queue(stack, FIFO)) },
  { name: 'a FIFO topic of another app', caught: false, app: (stack) => subscribed(stack, `${TOPIC_ARN}.fifo`, queue(stack, FIFO)) },
  { name: 'a FIFO topic and a standard queue', caught: false, app: (stack) => subscribed(stack, topic(stack, { FifoTopic: true }), queue(stack)) },
  { name: 'a standard topic and a standard queue', caught: false, app: (stack) => subscribed(stack, topic(stack), queue(stack)) },
  { name: 'the queue is in no template', caught: false, app: (stack) => { queue(stack, FIFO); subscribed(stack, TOPIC_ARN, OTHER_QUEUE); } },
  {
    name: 'the undelivered messages of a function move to it',
    caught: false,
    app: (stack) => subscribed(stack, TOPIC_ARN, 'arn:aws:lambda:eu-west-1:111122223333:function:other', {
      Protocol: 'lambda', RedrivePolicy: { deadLetterTargetArn: queue(stack, FIFO) },
    }),
  },
  { name: 'nothing sends to it', caught: false, app: (stack) => void queue(stack, FIFO) },
  { name: 'a parameter has the ARN of the topic', caught: false, notChecked: true, app: (stack) => subscribed(stack, parameter(stack), queue(stack, FIFO)) },
  { name: 'a parameter decides about the queue', caught: false, notChecked: true, app: (stack) => subscribed(stack, TOPIC_ARN, queue(stack, { FifoQueue: parameter(stack) })) },
];
