import * as sns from 'aws-cdk-lib/aws-sns';
import * as snsSubscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWorkerService, QueueConsumer, Subscription } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  const [orders, paid] = [new sqs.Queue(stack, 'Orders', { fifo: true }), new sns.Topic(stack, 'Paid')];
  paid.addSubscription(new snsSubscriptions.SqsSubscription(orders));
};

export const plain: Fix = ({ stack }) => {
  const orders = new sqs.Queue(stack, 'Orders', { fifo: true });
  const paid = new sns.Topic(stack, 'Paid', { fifo: true });
  paid.addSubscription(new snsSubscriptions.SqsSubscription(orders));
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const service = new FargateWorkerService(stack, 'Worker', { cluster, image });
  new QueueConsumer(stack, 'Orders', {
    service,
    queue: new sqs.Queue(stack, 'Queue', { fifo: true, visibilityTimeout: Duration.minutes(3) }),
    processingTime: Duration.seconds(20),
    subscriptions: [Subscription.topic(new sns.Topic(stack, 'Paid', { fifo: true }))],
  });
};
