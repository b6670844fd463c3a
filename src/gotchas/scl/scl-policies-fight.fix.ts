import { CpuTargetScaling, MemoryTargetScaling } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service }) => {
  const scaling = service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 });
  scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
  scaling.scaleOnCpuUtilization('Peak', { targetUtilizationPercent: 75 });
};

export const plain: Fix = ({ service }) => {
  const scaling = service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 });
  scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
  scaling.scaleOnMemoryUtilization('Memory', { targetUtilizationPercent: 75 });
};

export const guarded: Fix = ({ stack, web }) => {
  new CpuTargetScaling(stack, 'CpuScaling', { service: web, targetUtilizationPercent: 60 });
  new MemoryTargetScaling(stack, 'MemoryScaling', { service: web, targetUtilizationPercent: 75 });
};
