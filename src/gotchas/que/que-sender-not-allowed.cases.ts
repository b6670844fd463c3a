import * as sns from 'aws-cdk-lib/aws-sns';
import * as snsSubscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Stack } from 'aws-cdk-lib/core';
import { queue } from './queue-app.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const SNS = { Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: '*' };

function subscribed(stack: Stack, ...statements: readonly Properties[]): void {
  resource(stack, 'Subscription', 'AWS::SNS::Subscription', {
    TopicArn: 'arn:aws:sns:eu-west-1:111122223333:orders', Protocol: 'sqs', Endpoint: queue(stack),
  });
  if (statements.length > 0) policy(stack, [{ Ref: 'Queue' }], ...statements);
}

function policy(stack: Stack, queues: unknown, ...statements: readonly Properties[]): void {
  resource(stack, 'Policy', 'AWS::SQS::QueuePolicy', { Queues: queues, PolicyDocument: { Statement: statements } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a topic sends to a queue without a policy', caught: true, app: (stack) => subscribed(stack) },
  { name: 'the policy allows another service', caught: true, app: (stack) => subscribed(stack, { ...SNS, Principal: { Service: 'events.amazonaws.com' } }) },
  { name: 'the policy allows to receive', caught: true, app: (stack) => subscribed(stack, { ...SNS, Action: 'sqs:ReceiveMessage' }) },
  { name: 'the policy only denies', caught: true, app: (stack) => subscribed(stack, { ...SNS, Effect: 'Deny' }) },
  {
    name: 'a rule sends to a queue without a policy',
    caught: true,
    app: (stack) => void resource(stack, 'Rule', 'AWS::Events::Rule', { EventPattern: { source: ['shop'] }, Targets: [{ Id: 'Queue', Arn: queue(stack) }] }),
  },
  {
    name: 'the undelivered messages of a rule have no way to their queue',
    caught: true,
    app: (stack) => void resource(stack, 'Rule', 'AWS::Events::Rule', {
      EventPattern: { source: ['shop'] },
      Targets: [{ Id: 'Other', Arn: 'arn:aws:lambda:eu-west-1:111122223333:function:other', DeadLetterConfig: { Arn: queue(stack) } }],
    }),
  },
  {
    name: 'the undelivered messages of a subscription have no way to their queue',
    caught: true,
    app: (stack) => void resource(stack, 'Subscription', 'AWS::SNS::Subscription', {
      TopicArn: 'arn:aws:sns:eu-west-1:111122223333:orders',
      Protocol: 'https',
      Endpoint: 'https://shop.example.com/orders',
      RedrivePolicy: { deadLetterTargetArn: queue(stack) },
    }),
  },
  {
    name: 'the policy allows another topic of the app',
    caught: true,
    app: (stack) => {
      const other = resource(stack, 'Other', 'AWS::SNS::Topic', {});
      resource(stack, 'Subscription', 'AWS::SNS::Subscription', { TopicArn: resource(stack, 'Topic', 'AWS::SNS::Topic', {}).ref, Protocol: 'sqs', Endpoint: queue(stack) });
      policy(stack, [{ Ref: 'Queue' }], { ...SNS, Condition: { ArnEquals: { 'aws:SourceArn': other.ref } } });
    },
  },
  {
    name: 'the policy allows the first of two rules',
    caught: true,
    app: (stack) => {
      const Arn = queue(stack);
      for (const id of ['One', 'Two']) resource(stack, id, 'AWS::Events::Rule', { EventPattern: { source: ['shop'] }, Targets: [{ Id: 'Queue', Arn }] });
      policy(stack, [{ Ref: 'Queue' }], { ...SNS, Principal: { Service: 'events.amazonaws.com' }, Condition: { ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': ['One', 'Arn'] } } } });
    },
  },
  {
    name: 'the policy allows topics by a pattern, or one of two',
    caught: false,
    app: (stack) => {
      const [one, other] = ['Topic', 'Other'].map((id) => resource(stack, id, 'AWS::SNS::Topic', {}).ref);
      resource(stack, 'Subscription', 'AWS::SNS::Subscription', { TopicArn: one, Protocol: 'sqs', Endpoint: queue(stack) });
      policy(stack, [{ Ref: 'Queue' }], { ...SNS, Condition: { ArnLike: { 'aws:SourceArn': [other, 'arn:aws:sns:*:*:*'] } } });
    },
  },
  { name: 'the policy allows SNS', caught: false, app: (stack) => subscribed(stack, SNS) },
  { name: 'the policy allows the topic by a condition', caught: false, app: (stack) => subscribed(stack, { ...SNS, Principal: '*', Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:orders' } } }) },
  {
    name: 'the policy names the queue by a URL that contains its name',
    caught: false,
    app: (stack) => {
      subscribed(stack);
      policy(stack, [{ 'Fn::Sub': 'https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/${Queue.QueueName}' }], SNS);
    },
  },
  { name: 'the action is in capitals', caught: false, app: (stack) => subscribed(stack, { ...SNS, Action: ['SQS:SendMessage'] }) },
  {
    name: 'the CDK subscribes it',
    caught: false,
    app: (stack) => void new sns.Topic(stack, 'Topic').addSubscription(new snsSubscriptions.SqsSubscription(new sqs.Queue(stack, 'Jobs'))),
  },
  {
    name: 'the rule sends as a role',
    caught: false,
    app: (stack) => void resource(stack, 'Rule', 'AWS::Events::Rule', {
      EventPattern: { source: ['shop'] }, Targets: [{ Id: 'Queue', Arn: queue(stack), RoleArn: 'arn:aws:iam::111122223333:role/events' }],
    }),
  },
  { name: 'nothing sends to it', caught: false, app: (stack) => void queue(stack) },
  { name: 'a parameter names the queues of a policy', caught: false, notChecked: true, app: (stack) => { subscribed(stack); policy(stack, [parameter(stack)], SNS); } },
];
