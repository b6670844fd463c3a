import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service }) => {
  const scaling = service.autoScaleTaskCount({ minCapacity: 0, maxCapacity: 10 });
  scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
};

export const plain: Fix = ({ service, queue }) => {
  const messages = new cloudwatch.MathExpression({
    expression: 'waiting + inWork',
    usingMetrics: {
      waiting: queue.metricApproximateNumberOfMessagesVisible(),
      inWork: queue.metricApproximateNumberOfMessagesNotVisible(),
    },
    period: Duration.minutes(1),
  });
  service.autoScaleTaskCount({ minCapacity: 0, maxCapacity: 10 }).scaleOnMetric('Queue', {
    metric: messages,
    adjustmentType: appscaling.AdjustmentType.EXACT_CAPACITY,
    scalingSteps: [
      { upper: 0, change: 0 },
      { lower: 1, change: 2 },
      { lower: 1000, change: 10 },
    ],
  });
};
