import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import { CpuTargetScaling, EcsWorkload } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, service }) => {
  const target = new appscaling.ScalableTarget(stack, 'Scaling', {
    serviceNamespace: appscaling.ServiceNamespace.ECS,
    resourceId: `service/${service.serviceName}`,
    scalableDimension: 'ecs:service:DesiredCount',
    minCapacity: 2,
    maxCapacity: 10,
  });
  target.scaleToTrackMetric('Cpu', {
    targetValue: 60,
    predefinedMetric: appscaling.PredefinedMetric.ECS_SERVICE_AVERAGE_CPU_UTILIZATION,
  });
};

export const plain: Fix = ({ stack, cluster, service }) => {
  const target = new appscaling.ScalableTarget(stack, 'Scaling', {
    serviceNamespace: appscaling.ServiceNamespace.ECS,
    resourceId: `service/${cluster.clusterName}/${service.serviceName}`,
    scalableDimension: 'ecs:service:DesiredCount',
    minCapacity: 2,
    maxCapacity: 10,
  });
  target.scaleToTrackMetric('Cpu', {
    targetValue: 60,
    predefinedMetric: appscaling.PredefinedMetric.ECS_SERVICE_AVERAGE_CPU_UTILIZATION,
  });
};

export const guarded: Fix = ({ stack, service }) => {
  new CpuTargetScaling(stack, 'CpuScaling', {
    service: EcsWorkload.fromService(service),
    targetUtilizationPercent: 60,
  });
};
