import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWorkerService, QueueConsumer } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, service }) => {
  // The container has 30 s to stop.
  const jobs = new sqs.Queue(stack, 'Jobs', { visibilityTimeout: Duration.seconds(10) });
  jobs.grantConsumeMessages(service.taskDefinition.taskRole);
};

export const plain: Fix = ({ stack, service }) => {
  // The work takes 90 s at most, and the container has 30 s to stop.
  const jobs = new sqs.Queue(stack, 'Jobs', { visibilityTimeout: Duration.seconds(120) });
  jobs.grantConsumeMessages(service.taskDefinition.taskRole);
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const service = new FargateWorkerService(stack, 'Worker', { cluster, image });
  new QueueConsumer(stack, 'Jobs', { service, processingTime: Duration.seconds(90) });
};

export const refused: Fix = ({ stack, cluster, image }) => {
  const service = new FargateWorkerService(stack, 'Worker', { cluster, image });
  const queue = new sqs.Queue(stack, 'Queue');
  new QueueConsumer(stack, 'Jobs', { service, queue, processingTime: Duration.seconds(90) });
};
