import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWorkerService, QueueConsumer } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  const failed = new sqs.Queue(stack, 'FailedOrders', { retentionPeriod: Duration.days(14) });
  new sqs.CfnQueue(stack, 'Orders', { redrivePolicy: { deadLetterTargetArn: failed.queueUrl, maxReceiveCount: 3 } });
};

export const plain: Fix = ({ stack }) => {
  const failed = new sqs.Queue(stack, 'FailedOrders', { retentionPeriod: Duration.days(14) });
  new sqs.Queue(stack, 'Orders', { deadLetterQueue: { queue: failed, maxReceiveCount: 3 } });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const service = new FargateWorkerService(stack, 'Worker', { cluster, image });
  new QueueConsumer(stack, 'Jobs', { service, processingTime: Duration.seconds(20), maxReceiveCount: 3 });
};
