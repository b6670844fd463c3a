import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWorkerService, QueueConsumer } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  const failed = new sqs.Queue(stack, 'FailedOrders', { retentionPeriod: Duration.days(14) });
  new sqs.Queue(stack, 'Orders', { fifo: true, deadLetterQueue: { queue: failed, maxReceiveCount: 3 } });
};

export const plain: Fix = ({ stack }) => {
  const failed = new sqs.Queue(stack, 'FailedOrders', { fifo: true, retentionPeriod: Duration.days(14) });
  new sqs.Queue(stack, 'Orders', { fifo: true, deadLetterQueue: { queue: failed, maxReceiveCount: 3 } });
};

export const refused: Fix = ({ stack, cluster, image }) => {
  const service = new FargateWorkerService(stack, 'Worker', { cluster, image });
  const deadLetterQueue = new sqs.Queue(stack, 'Failed', { fifo: true });
  new QueueConsumer(stack, 'Jobs', { service, deadLetterQueue, processingTime: Duration.seconds(90) });
};
