import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWorkerService, QueueConsumer } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  const failed = new sqs.Queue(stack, 'FailedJobs', { retentionPeriod: Duration.days(1) });
  new sqs.Queue(stack, 'Jobs', { deadLetterQueue: { queue: failed, maxReceiveCount: 3 } });
};

export const plain: Fix = ({ stack }) => {
  const failed = new sqs.Queue(stack, 'FailedJobs', { retentionPeriod: Duration.days(14) });
  new sqs.Queue(stack, 'Jobs', { deadLetterQueue: { queue: failed, maxReceiveCount: 3 } });
};

export const refused: Fix = ({ stack, cluster, image }) => {
  const service = new FargateWorkerService(stack, 'Worker', { cluster, image });
  const deadLetterQueue = new sqs.Queue(stack, 'Failed', { retentionPeriod: Duration.days(1) });
  new QueueConsumer(stack, 'Jobs', { service, deadLetterQueue, processingTime: Duration.seconds(90) });
};
