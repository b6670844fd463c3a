import { CloudMapDiscovery, CpuTargetScaling } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service, namespace }) => {
  service.enableCloudMap({ cloudMapNamespace: namespace, name: 'orders' });
  service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 1500 }).scaleOnCpuUtilization('Cpu', {
    targetUtilizationPercent: 60,
  });
};

export const plain: Fix = ({ service, namespace }) => {
  service.enableCloudMap({ cloudMapNamespace: namespace, name: 'orders' });
  service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 1000 }).scaleOnCpuUtilization('Cpu', {
    targetUtilizationPercent: 60,
  });
};

export const guarded: Fix = ({ stack, web, namespace }) => {
  new CloudMapDiscovery(stack, 'Discovery', { service: web, dnsNamespace: namespace, name: 'orders' });
  new CpuTargetScaling(stack, 'CpuScaling', { service: web, minCapacity: 2, maxCapacity: 1000 });
};
