import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWorkerService, QueueConsumer, Subscription } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  const [jobs, paid] = [new sqs.Queue(stack, 'Jobs'), new sns.Topic(stack, 'Paid')];
  const protocol = sns.SubscriptionProtocol.SQS;
  new sns.Subscription(stack, 'PaidJobs', { topic: paid, protocol, endpoint: jobs.queueArn });
};

export const plain: Fix = ({ stack }) => {
  const [jobs, paid] = [new sqs.Queue(stack, 'Jobs'), new sns.Topic(stack, 'Paid')];
  const protocol = sns.SubscriptionProtocol.SQS;
  new sns.Subscription(stack, 'PaidJobs', { topic: paid, protocol, endpoint: jobs.queueArn });
  jobs.addToResourcePolicy(new iam.PolicyStatement({
    principals: [new iam.ServicePrincipal('sns.amazonaws.com')],
    actions: ['sqs:SendMessage'],
    resources: [jobs.queueArn],
    conditions: { ArnEquals: { 'aws:SourceArn': paid.topicArn } },
  }));
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const service = new FargateWorkerService(stack, 'Worker', { cluster, image });
  new QueueConsumer(stack, 'Jobs', {
    service,
    processingTime: Duration.seconds(20),
    subscriptions: [Subscription.topic(new sns.Topic(stack, 'Paid'))],
  });
};
