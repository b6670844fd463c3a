import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import { CpuTargetScaling, ScheduledScaling } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, service }) => {
  const scaled = {
    serviceNamespace: appscaling.ServiceNamespace.ECS,
    resourceId: `service/${cluster.clusterName}/${service.serviceName}`,
    scalableDimension: 'ecs:service:DesiredCount',
    minCapacity: 2,
    maxCapacity: 10,
  };
  new appscaling.ScalableTarget(stack, 'CpuTarget', scaled).scaleToTrackMetric('Cpu', {
    targetValue: 60,
    predefinedMetric: appscaling.PredefinedMetric.ECS_SERVICE_AVERAGE_CPU_UTILIZATION,
  });
  new appscaling.ScalableTarget(stack, 'NightTarget', scaled).scaleOnSchedule('Night', {
    schedule: appscaling.Schedule.cron({ hour: '22', minute: '0' }),
    minCapacity: 2,
  });
};

export const plain: Fix = ({ service }) => {
  const scaling = service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 });
  scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
  scaling.scaleOnSchedule('Night', {
    schedule: appscaling.Schedule.cron({ hour: '22', minute: '0' }),
    minCapacity: 2,
  });
};

export const guarded: Fix = ({ stack, web }) => {
  new CpuTargetScaling(stack, 'CpuScaling', { service: web, targetUtilizationPercent: 60 });
  new ScheduledScaling(stack, 'Night', {
    service: web,
    actions: [{ schedule: appscaling.Schedule.cron({ hour: '22', minute: '0' }), minCapacity: 2 }],
  });
};
