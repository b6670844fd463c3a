import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    command: ['sh', '-c', 'while true; do ./work; sleep 10; done'],
  });
  new ecs.FargateService(stack, 'Service', { cluster, taskDefinition, circuitBreaker: { rollback: true } });
};

export const plain: Fix = ({ stack, cluster, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    command: ['sh', '-c', 'while true; do ./work; sleep 10; done'],
    linuxParameters: new ecs.LinuxParameters(stack, 'Linux', { initProcessEnabled: true }),
  });
  new ecs.FargateService(stack, 'Service', { cluster, taskDefinition, circuitBreaker: { rollback: true } });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    command: ['sh', '-c', 'while true; do ./work; sleep 10; done'],
    initProcess: true,
  });
};
