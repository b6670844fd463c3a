import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration } from 'aws-cdk-lib/core';
import { CpuTargetScaling, FargateWorkerService, QueueBacklogScaling } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service, queue }) => {
  const resource = service.node.findChild('Service') as ecs.CfnService;
  const fast = { MetricNames: ['CPUUtilization'], ResolutionSeconds: 20 };
  resource.addPropertyOverride('Monitoring.MetricConfigurations', [fast]);

  const messagesPerTask = new cloudwatch.MathExpression({
    expression: 'messages / samples',
    usingMetrics: {
      messages: queue.metricApproximateNumberOfMessagesVisible(),
      samples: service.metricCpuUtilization({ statistic: 'SampleCount' }),
    },
  });
  service.autoScaleTaskCount({ maxCapacity: 10 }).scaleOnMetric('Queue', {
    metric: messagesPerTask,
    adjustmentType: appscaling.AdjustmentType.CHANGE_IN_CAPACITY,
    scalingSteps: [{ upper: 10, change: -1 }, { lower: 100, change: 1 }, { lower: 1000, change: 5 }],
  });
};

export const plain: Fix = ({ service, queue }) => {
  const messagesPerTask = new cloudwatch.MathExpression({
    // ECS measures CPU of this service every 20 seconds.
    expression: 'messages / (samples / 3)',
    usingMetrics: {
      messages: queue.metricApproximateNumberOfMessagesVisible(),
      samples: service.metricCpuUtilization({ statistic: 'SampleCount' }),
    },
  });
  service.autoScaleTaskCount({ maxCapacity: 10 }).scaleOnMetric('Queue', {
    metric: messagesPerTask,
    adjustmentType: appscaling.AdjustmentType.CHANGE_IN_CAPACITY,
    scalingSteps: [{ upper: 10, change: -1 }, { lower: 100, change: 1 }, { lower: 1000, change: 5 }],
  });
};

export const guarded: Fix = ({ stack, cluster, image, queue }) => {
  const service = new FargateWorkerService(stack, 'Worker', { cluster, image });
  const [acceptableLatency, averageProcessingTime] = [Duration.minutes(3), Duration.seconds(2)];
  new QueueBacklogScaling(stack, 'Backlog', { service, queue, acceptableLatency, averageProcessingTime });
  new CpuTargetScaling(stack, 'Cpu', { service, highResolution: true });
};
