import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service, queue }) => {
  const messages = new cloudwatch.MathExpression({
    expression: 'FILL(waiting, 0) + FILL(inWork, 0)',
    usingMetrics: {
      waiting: queue.metricApproximateNumberOfMessagesVisible(),
      inWork: queue.metricApproximateNumberOfMessagesNotVisible(),
    },
    period: Duration.minutes(1),
  });
  service.autoScaleTaskCount({ minCapacity: 1, maxCapacity: 10 }).scaleOnMetric('Queue', {
    metric: messages,
    adjustmentType: appscaling.AdjustmentType.EXACT_CAPACITY,
    scalingSteps: [{ upper: 0, change: 1 }, { lower: 1, change: 2 }, { lower: 1000, change: 10 }],
  });
};

export const plain: Fix = ({ service, queue }) => {
  // What is missing beside another value counts as 0, and a minute without any has no value.
  const messages = new cloudwatch.MathExpression({
    expression: 'waiting + inWork',
    usingMetrics: {
      waiting: queue.metricApproximateNumberOfMessagesVisible(),
      inWork: queue.metricApproximateNumberOfMessagesNotVisible(),
    },
    period: Duration.minutes(1),
  });
  service.autoScaleTaskCount({ minCapacity: 1, maxCapacity: 10 }).scaleOnMetric('Queue', {
    metric: messages,
    adjustmentType: appscaling.AdjustmentType.EXACT_CAPACITY,
    scalingSteps: [{ upper: 0, change: 1 }, { lower: 1, change: 2 }, { lower: 1000, change: 10 }],
  });
};
