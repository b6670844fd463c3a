import { CpuTargetScaling } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service }) => {
  service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 });
};

export const plain: Fix = ({ service }) => {
  const scaling = service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 });
  scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
};

export const guarded: Fix = ({ stack, web }) => {
  new CpuTargetScaling(stack, 'CpuScaling', { service: web, minCapacity: 2, maxCapacity: 10 });
};
