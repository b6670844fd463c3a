import * as ecs from 'aws-cdk-lib/aws-ecs';
import { CpuTargetScaling, FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  const service = new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    desiredCount: 4,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
  });
  service.autoScaleTaskCount({ minCapacity: 4, maxCapacity: 20 }).scaleOnCpuUtilization('Cpu', {
    targetUtilizationPercent: 60,
  });
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  const service = new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
  });
  service.autoScaleTaskCount({ minCapacity: 4, maxCapacity: 20 }).scaleOnCpuUtilization('Cpu', {
    targetUtilizationPercent: 60,
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const worker = new FargateWorkerService(stack, 'Worker', { cluster, image });
  new CpuTargetScaling(stack, 'CpuScaling', { service: worker, minCapacity: 4, maxCapacity: 20 });
};
