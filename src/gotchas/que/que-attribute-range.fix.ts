import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWorkerService, QueueConsumer } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  new sqs.CfnQueue(stack, 'Jobs', { visibilityTimeout: 86400 });
};

export const plain: Fix = ({ stack }) => {
  new sqs.Queue(stack, 'Jobs', { visibilityTimeout: Duration.hours(12) });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const service = new FargateWorkerService(stack, 'Worker', { cluster, image });
  new QueueConsumer(stack, 'Jobs', { service, processingTime: Duration.hours(2) });
};
