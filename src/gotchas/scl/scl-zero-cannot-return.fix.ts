import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import { Duration } from 'aws-cdk-lib/core';
import type { Fix } from '../given.fix';

export const plain: Fix = ({ service, queue }) => {
  service.autoScaleTaskCount({ minCapacity: 0, maxCapacity: 10 }).scaleOnMetric('Queue', {
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
    adjustmentType: appscaling.AdjustmentType.EXACT_CAPACITY,
    scalingSteps: [
      { upper: 0, change: 0 },
      { lower: 1, change: 2 },
      { lower: 1000, change: 10 },
    ],
  });
};
