import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', {
    pidMode: ecs.PidMode.TASK,
    runtimePlatform: { operatingSystemFamily: ecs.OperatingSystemFamily.LINUX },
  });
  taskDefinition.addContainer('app', { image });
  taskDefinition.addContainer('profiler', { image });
  new ecs.FargateService(stack, 'Shop', {
    cluster, taskDefinition, minHealthyPercent: 100, circuitBreaker: { rollback: true }, enableExecuteCommand: true,
  });
};

export const plain: Fix = ({ stack, cluster, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', {
    runtimePlatform: { operatingSystemFamily: ecs.OperatingSystemFamily.LINUX },
  });
  taskDefinition.addContainer('app', { image });
  taskDefinition.addContainer('profiler', { image });
  new ecs.FargateService(stack, 'Shop', {
    cluster, taskDefinition, minHealthyPercent: 100, circuitBreaker: { rollback: true }, enableExecuteCommand: true,
  });
};
