import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWorkerService, QueueConsumer } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, service }) => {
  const jobs = new sqs.Queue(stack, 'Jobs', { visibilityTimeout: Duration.seconds(120) });
  jobs.grantConsumeMessages(service.taskDefinition.taskRole);
};

export const plain: Fix = ({ stack, service }) => {
  const failed = new sqs.Queue(stack, 'FailedJobs', { retentionPeriod: Duration.days(14) });
  const jobs = new sqs.Queue(stack, 'Jobs', {
    visibilityTimeout: Duration.seconds(120),
    deadLetterQueue: { queue: failed, maxReceiveCount: 3 },
  });
  jobs.grantConsumeMessages(service.taskDefinition.taskRole);
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const service = new FargateWorkerService(stack, 'Worker', { cluster, image });
  new QueueConsumer(stack, 'Jobs', { service, processingTime: Duration.seconds(90), maxReceiveCount: 3 });
};
