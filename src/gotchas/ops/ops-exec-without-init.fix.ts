import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image });
  new ecs.FargateService(stack, 'Shop', {
    cluster, taskDefinition, minHealthyPercent: 100, circuitBreaker: { rollback: true }, enableExecuteCommand: true,
  });
};

export const plain: Fix = ({ stack, cluster, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    linuxParameters: new ecs.LinuxParameters(stack, 'Linux', { initProcessEnabled: true }),
  });
  new ecs.FargateService(stack, 'Shop', {
    cluster, taskDefinition, minHealthyPercent: 100, circuitBreaker: { rollback: true }, enableExecuteCommand: true,
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', { cluster, image, enableExecuteCommand: true, initProcess: true });
};
