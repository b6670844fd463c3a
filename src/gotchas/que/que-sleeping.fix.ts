import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWorkerService, QueueBacklogScaling } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service, queue }) => {
  service.autoScaleTaskCount({ minCapacity: 0, maxCapacity: 10 }).scaleOnMetric('Queue', {
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
    adjustmentType: appscaling.AdjustmentType.CHANGE_IN_CAPACITY,
    scalingSteps: [{ upper: 0, change: -1 }, { lower: 1, change: 1 }, { lower: 1000, change: 4 }],
  });
};

export const plain: Fix = ({ service, queue }) => {
  service.autoScaleTaskCount({ minCapacity: 1, maxCapacity: 10 }).scaleOnMetric('Queue', {
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
    adjustmentType: appscaling.AdjustmentType.CHANGE_IN_CAPACITY,
    scalingSteps: [{ upper: 0, change: -1 }, { lower: 1, change: 1 }, { lower: 1000, change: 4 }],
  });
};

export const guarded: Fix = ({ stack, cluster, image, queue }) => {
  const service = new FargateWorkerService(stack, 'Worker', { cluster, image });
  const [acceptableLatency, averageProcessingTime] = [Duration.minutes(3), Duration.seconds(2)];
  new QueueBacklogScaling(stack, 'Backlog', { service, queue, acceptableLatency, averageProcessingTime });
};
