import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { CpuTargetScaling } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    serviceName: 'shop',
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
  });
  const target = new appscaling.ScalableTarget(stack, 'Tasks', {
    serviceNamespace: appscaling.ServiceNamespace.ECS,
    scalableDimension: 'ecs:service:DesiredCount',
    resourceId: `service/${cluster.clusterName}/shop`,
    minCapacity: 2,
    maxCapacity: 10,
  });
  target.scaleToTrackMetric('Cpu', {
    targetValue: 60,
    predefinedMetric: appscaling.PredefinedMetric.ECS_SERVICE_AVERAGE_CPU_UTILIZATION,
  });
};

export const plain: Fix = ({ stack, cluster, service }) => {
  const target = new appscaling.ScalableTarget(stack, 'Tasks', {
    serviceNamespace: appscaling.ServiceNamespace.ECS,
    scalableDimension: 'ecs:service:DesiredCount',
    resourceId: `service/${cluster.clusterName}/${service.serviceName}`,
    minCapacity: 2,
    maxCapacity: 10,
  });
  target.scaleToTrackMetric('Cpu', {
    targetValue: 60,
    predefinedMetric: appscaling.PredefinedMetric.ECS_SERVICE_AVERAGE_CPU_UTILIZATION,
  });
};

export const guarded: Fix = ({ stack, web }) => {
  new CpuTargetScaling(stack, 'Scaling', { service: web, targetUtilizationPercent: 60, minCapacity: 2, maxCapacity: 10 });
};
