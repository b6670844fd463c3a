import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import { ScheduledScaling } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service }) => {
  const scaling = service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 });
  scaling.scaleOnSchedule('Morning', { schedule: appscaling.Schedule.cron({ hour: '7', minute: '0' }), minCapacity: 6 });
  scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
};

export const plain: Fix = ({ service }) => {
  const scaling = service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 });
  scaling.scaleOnSchedule('Morning', { schedule: appscaling.Schedule.cron({ hour: '7', minute: '0' }), minCapacity: 6 });
  scaling.scaleOnSchedule('Evening', { schedule: appscaling.Schedule.cron({ hour: '19', minute: '0' }), minCapacity: 2 });
  scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
};

export const guarded: Fix = ({ stack, web }) => {
  new ScheduledScaling(stack, 'Office', {
    service: web,
    actions: [
      { schedule: appscaling.Schedule.cron({ hour: '7', minute: '0' }), minCapacity: 6 },
      { schedule: appscaling.Schedule.cron({ hour: '19', minute: '0' }), minCapacity: 2 },
    ],
  });
};
