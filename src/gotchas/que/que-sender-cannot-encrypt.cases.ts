import * as events from 'aws-cdk-lib/aws-events';
import * as eventTargets from 'aws-cdk-lib/aws-events-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as snsSubscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Stack } from 'aws-cdk-lib/core';
import { queue } from './queue-app.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const ROOT = { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' };
const SNS = { Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' }, Action: ['kms:GenerateDataKey*', 'kms:Decrypt'], Resource: '*' };

function key(stack: Stack, ...statements: readonly Properties[]): unknown {
  const made = resource(stack, 'Key', 'AWS::KMS::Key', { KeyPolicy: { Version: '2012-10-17', Statement: [ROOT, ...statements] } });
  return { 'Fn::GetAtt': [made.logicalId, 'Arn'] };
}

function subscribed(stack: Stack, properties: Properties): void {
  const endpoint = queue(stack, properties);
  resource(stack, 'Subscription', 'AWS::SNS::Subscription', { TopicArn: 'arn:aws:sns:eu-west-1:111122223333:orders', Protocol: 'sqs', Endpoint: endpoint });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a topic sends to a queue with the key of AWS', caught: true, app: (stack) => subscribed(stack, { KmsMasterKeyId: 'alias/aws/sqs' }) },
  { name: 'the key of the app allows the account only', caught: true, app: (stack) => subscribed(stack, { KmsMasterKeyId: key(stack) }) },
  {
    name: 'the key allows SNS to encrypt, and not to decrypt',
    caught: true,
    app: (stack) => subscribed(stack, { KmsMasterKeyId: key(stack, { ...SNS, Action: 'kms:GenerateDataKey' }) }),
  },
  {
    name: 'the key is behind an alias',
    caught: true,
    app: (stack) => {
      const alias = resource(stack, 'Alias', 'AWS::KMS::Alias', { AliasName: 'alias/jobs', TargetKeyId: key(stack) });
      subscribed(stack, { KmsMasterKeyId: alias.ref });
    },
  },
  {
    name: 'a rule sends to it',
    caught: true,
    app: (stack) => {
      const arn = queue(stack, { KmsMasterKeyId: key(stack, SNS) });
      resource(stack, 'Rule', 'AWS::Events::Rule', { EventPattern: { source: ['shop'] }, Targets: [{ Id: 'Queue', Arn: arn }] });
    },
  },
  {
    name: 'a bucket sends to it',
    caught: true,
    app: (stack) => {
      const arn = queue(stack, { KmsMasterKeyId: 'alias/aws/sqs' });
      resource(stack, 'Bucket', 'AWS::S3::Bucket', { NotificationConfiguration: { QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: arn }] } });
    },
  },
  {
    name: 'a topic lists its subscriptions itself',
    caught: true,
    app: (stack) => {
      const arn = queue(stack, { KmsMasterKeyId: 'alias/aws/sqs' });
      resource(stack, 'Topic', 'AWS::SNS::Topic', { Subscription: [{ Protocol: 'sqs', Endpoint: arn }] });
    },
  },
  {
    name: 'the CDK lets a rule send to a queue with the key of AWS',
    caught: true,
    app: (stack) => {
      const jobs = new sqs.Queue(stack, 'Jobs', { encryption: sqs.QueueEncryption.KMS_MANAGED });
      new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new eventTargets.SqsQueue(jobs)] });
    },
  },
  {
    name: 'the CDK subscribes a queue with a key of the app',
    caught: false,
    app: (stack) => {
      const jobs = new sqs.Queue(stack, 'Jobs', { encryption: sqs.QueueEncryption.KMS });
      new sns.Topic(stack, 'Topic').addSubscription(new snsSubscriptions.SqsSubscription(jobs));
    },
  },
  { name: 'the key allows SNS', caught: false, app: (stack) => subscribed(stack, { KmsMasterKeyId: key(stack, SNS) }) },
  {
    name: 'the key allows the principal of a region',
    caught: false,
    app: (stack) => subscribed(stack, { KmsMasterKeyId: key(stack, { ...SNS, Principal: { Service: ['sns.ap-east-1.amazonaws.com'] } }) }),
  },
  { name: 'the queue has the key of SQS', caught: false, app: (stack) => subscribed(stack, {}) },
  { name: 'the queue is not encrypted', caught: false, app: (stack) => subscribed(stack, { SqsManagedSseEnabled: false }) },
  { name: 'only tasks send to it', caught: false, app: (stack) => void queue(stack, { KmsMasterKeyId: 'alias/aws/sqs' }) },
  { name: 'the key is of another app', caught: false, notChecked: true, app: (stack) => subscribed(stack, { KmsMasterKeyId: 'alias/jobs' }) },
  { name: 'a parameter has the key', caught: false, notChecked: true, app: (stack) => subscribed(stack, { KmsMasterKeyId: parameter(stack) }) },
];
