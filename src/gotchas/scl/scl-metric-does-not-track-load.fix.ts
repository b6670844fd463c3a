import { CpuTargetScaling, RequestCountTargetScaling } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service, taskDefinition, loadBalancer }) => {
  taskDefinition.defaultContainer!.addEnvironment('WEB_CONCURRENCY', '4');
  loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', {
    port: 80,
    targets: [service],
  });
  const scaling = service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 });
  scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
};

export const plain: Fix = ({ service, taskDefinition, loadBalancer }) => {
  taskDefinition.defaultContainer!.addEnvironment('WEB_CONCURRENCY', '4');
  const targetGroup = loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', {
    port: 80,
    targets: [service],
  });
  const scaling = service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 });
  scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
  scaling.scaleOnRequestCount('Requests', { targetGroup, requestsPerTarget: 1000 });
};

export const guarded: Fix = ({ stack, web }) => {
  new CpuTargetScaling(stack, 'CpuScaling', { service: web, targetUtilizationPercent: 60 });
  new RequestCountTargetScaling(stack, 'RequestScaling', { service: web, requestsPerTarget: 1000 });
};
