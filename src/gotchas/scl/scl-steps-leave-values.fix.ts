import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as cloudwatchActions from 'aws-cdk-lib/aws-cloudwatch-actions';
import { StepScaling } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, service }) => {
  const scalingTarget = new appscaling.ScalableTarget(stack, 'Scaling', {
    serviceNamespace: appscaling.ServiceNamespace.ECS,
    resourceId: `service/${cluster.clusterName}/${service.serviceName}`,
    scalableDimension: 'ecs:service:DesiredCount',
    minCapacity: 1,
    maxCapacity: 10,
  });
  const more = new appscaling.StepScalingAction(stack, 'More', { scalingTarget });
  more.addAdjustment({ lowerBound: 0, upperBound: 10, adjustment: 1 });
  more.addAdjustment({ lowerBound: 20, adjustment: 3 });
  const metric = service.metricCpuUtilization();
  new cloudwatch.Alarm(stack, 'Busy', { metric, threshold: 70, evaluationPeriods: 3 })
    .addAlarmAction(new cloudwatchActions.ApplicationScalingAction(more));
};

export const plain: Fix = ({ service }) => {
  service.autoScaleTaskCount({ minCapacity: 1, maxCapacity: 10 }).scaleOnMetric('Cpu', {
    metric: service.metricCpuUtilization(),
    evaluationPeriods: 3,
    scalingSteps: [{ upper: 20, change: -1 }, { lower: 70, change: 1 }, { lower: 80, change: 3 }],
  });
};

export const guarded: Fix = ({ stack, service, web }) => {
  new StepScaling(stack, 'Steps', {
    service: web,
    metric: service.metricCpuUtilization(),
    steps: [{ upper: 20, change: -1 }, { lower: 70, upper: 80, change: 1 }, { lower: 80, change: 3 }],
    minCapacity: 1,
    maxCapacity: 10,
  });
};
