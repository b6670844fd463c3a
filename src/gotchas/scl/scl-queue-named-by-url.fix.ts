import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWorkerService, QueueBacklogScaling, QueueConsumer } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service, queue }) => {
  const metric = new cloudwatch.Metric({
    namespace: 'AWS/SQS',
    metricName: 'ApproximateNumberOfMessagesVisible',
    dimensionsMap: { QueueName: queue.queueUrl },
  });
  service.autoScaleTaskCount({ minCapacity: 1, maxCapacity: 10 }).scaleOnMetric('Messages', {
    metric,
    scalingSteps: [{ upper: 10, change: -1 }, { lower: 100, change: 1 }],
  });
};

export const plain: Fix = ({ service, queue }) => {
  const metric = queue.metricApproximateNumberOfMessagesVisible();
  service.autoScaleTaskCount({ minCapacity: 1, maxCapacity: 10 }).scaleOnMetric('Messages', {
    metric,
    scalingSteps: [{ upper: 10, change: -1 }, { lower: 100, change: 1 }],
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const service = new FargateWorkerService(stack, 'Worker', { cluster, image });
  const { queue } = new QueueConsumer(stack, 'Jobs', { service, processingTime: Duration.seconds(20) });
  new QueueBacklogScaling(stack, 'Backlog', {
    service,
    queue,
    acceptableLatency: Duration.minutes(3),
    averageProcessingTime: Duration.seconds(2),
  });
};
