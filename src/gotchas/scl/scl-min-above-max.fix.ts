import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import { CpuTargetScaling } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service }) => {
  const scaling = service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 });
  scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
  scaling.scaleOnSchedule('Sale', {
    schedule: appscaling.Schedule.cron({ hour: '8', minute: '0' }),
    minCapacity: 20,
    maxCapacity: 6,
  });
};

export const plain: Fix = ({ service }) => {
  const scaling = service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 });
  scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
  scaling.scaleOnSchedule('Sale', {
    schedule: appscaling.Schedule.cron({ hour: '8', minute: '0' }),
    minCapacity: 6,
    maxCapacity: 20,
  });
};

export const guarded: Fix = ({ stack, web }) => {
  new CpuTargetScaling(stack, 'CpuScaling', { service: web, minCapacity: 2, maxCapacity: 10 });
};
