import { Duration } from 'aws-cdk-lib/core';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service, queue }) => {
  service.autoScaleTaskCount({ minCapacity: 1, maxCapacity: 10 }).scaleToTrackCustomMetric('Queue', {
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
    targetValue: 100,
  });
};

export const plain: Fix = ({ service, queue }) => {
  service.autoScaleTaskCount({ minCapacity: 1, maxCapacity: 10 }).scaleOnMetric('Queue', {
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
    scalingSteps: [
      { upper: 0, change: -1 },
      { lower: 100, change: +1 },
      { lower: 1000, change: +4 },
    ],
  });
};
