import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateSize, FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, image }) => {
  const cluster = new ecs.Cluster(stack, 'OnFargate', { vpc, enableFargateCapacityProviders: true });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', {
    cpu: 1024,
    memoryLimitMiB: 2048,
    runtimePlatform: { operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE },
  });
  taskDefinition.addContainer('app', { image });
  new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    capacityProviderStrategies: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
  });
};

export const plain: Fix = ({ stack, vpc, image }) => {
  const cluster = new ecs.Cluster(stack, 'OnFargate', { vpc, enableFargateCapacityProviders: true });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', {
    cpu: 1024,
    memoryLimitMiB: 2048,
    runtimePlatform: { operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE },
  });
  taskDefinition.addContainer('app', { image });
  new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    capacityProviderStrategies: [{ capacityProvider: 'FARGATE', weight: 1 }],
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    size: FargateSize.of(1024, 2048),
  });
};
