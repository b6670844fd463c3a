import * as ecs from 'aws-cdk-lib/aws-ecs';
import { CpuTargetScaling } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  const service = new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    desiredCount: 2,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
  });
  const scaling = service.autoScaleTaskCount({ minCapacity: 4, maxCapacity: 20 });
  scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
};

export const plain: Fix = ({ service }) => {
  const scaling = service.autoScaleTaskCount({ minCapacity: 4, maxCapacity: 20 });
  scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
};

export const guarded: Fix = ({ stack, web }) => {
  new CpuTargetScaling(stack, 'CpuScaling', { service: web, minCapacity: 4, maxCapacity: 20 });
};
