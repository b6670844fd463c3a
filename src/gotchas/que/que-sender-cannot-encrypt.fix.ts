import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWorkerService, QueueConsumer, Subscription } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  const jobs = new sqs.Queue(stack, 'Jobs', { encryption: sqs.QueueEncryption.KMS_MANAGED });
  new events.Rule(stack, 'Shipped', {
    eventPattern: { source: ['shop.orders'] },
    targets: [new targets.SqsQueue(jobs)],
  });
};

export const plain: Fix = ({ stack }) => {
  const jobs = new sqs.Queue(stack, 'Jobs', { encryption: sqs.QueueEncryption.SQS_MANAGED });
  new events.Rule(stack, 'Shipped', {
    eventPattern: { source: ['shop.orders'] },
    targets: [new targets.SqsQueue(jobs)],
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const service = new FargateWorkerService(stack, 'Worker', { cluster, image });
  new QueueConsumer(stack, 'Jobs', {
    service,
    processingTime: Duration.seconds(20),
    subscriptions: [Subscription.topic(new sns.Topic(stack, 'Paid'))],
  });
};

export const refused: Fix = ({ stack, cluster, image }) => {
  const service = new FargateWorkerService(stack, 'Worker', { cluster, image });
  const queue = new sqs.Queue(stack, 'Queue', { visibilityTimeout: Duration.minutes(5), encryption: sqs.QueueEncryption.KMS_MANAGED });
  const subscriptions = [Subscription.topic(new sns.Topic(stack, 'Paid'))];
  new QueueConsumer(stack, 'Jobs', { service, queue, subscriptions, processingTime: Duration.seconds(90) });
};
