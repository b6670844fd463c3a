import * as sns from 'aws-cdk-lib/aws-sns';
import * as snsSubscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWorkerService, QueueConsumer, Subscription } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, queue }) => {
  const orders = new sns.Topic(stack, 'Orders');
  orders.addSubscription(new snsSubscriptions.SqsSubscription(queue));
  const endpoint = queue.queueArn;
  const filterPolicy = { order: { state: ['paid'] } };
  new sns.CfnSubscription(stack, 'Paid', { topicArn: orders.topicArn, protocol: 'sqs', endpoint, filterPolicy });
};

export const plain: Fix = ({ stack, queue }) => {
  const filter = sns.SubscriptionFilter.stringFilter({ allowlist: ['paid'] });
  new sns.Topic(stack, 'Orders').addSubscription(new snsSubscriptions.SqsSubscription(queue, {
    filterPolicyWithMessageBody: { order: sns.FilterOrPolicy.policy({ state: sns.FilterOrPolicy.filter(filter) }) },
  }));
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const service = new FargateWorkerService(stack, 'Worker', { cluster, image });
  const state = sns.SubscriptionFilter.stringFilter({ allowlist: ['paid'] });
  const orders = new sns.Topic(stack, 'Orders');
  const subscription = Subscription.topic(orders, { filterPolicy: { state } });
  new QueueConsumer(stack, 'Jobs', { service, processingTime: Duration.seconds(20), subscriptions: [subscription] });
};
