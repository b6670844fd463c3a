import { Duration } from 'aws-cdk-lib/core';
import { CpuTargetScaling } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service }) => {
  service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 }).scaleOnCpuUtilization('Cpu', {
    targetUtilizationPercent: 95,
    scaleOutCooldown: Duration.seconds(60),
  });
};

export const plain: Fix = ({ service }) => {
  service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 }).scaleOnCpuUtilization('Cpu', {
    targetUtilizationPercent: 60,
    scaleOutCooldown: Duration.seconds(60),
  });
};

export const guarded: Fix = ({ stack, web }) => {
  new CpuTargetScaling(stack, 'CpuScaling', {
    service: web,
    targetUtilizationPercent: 60,
    scaleOutCooldown: Duration.seconds(60),
  });
};
