import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, repository }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', {
    runtimePlatform: {
      cpuArchitecture: ecs.CpuArchitecture.X86_64,
      operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
    },
  });
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromEcrRepository(repository, 'v1.4.2-arm64') });
};

export const plain: Fix = ({ stack, repository }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', {
    runtimePlatform: {
      cpuArchitecture: ecs.CpuArchitecture.ARM64,
      operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
    },
  });
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromEcrRepository(repository, 'v1.4.2-arm64') });
};

export const guarded: Fix = ({ stack, cluster, repository }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image: ecs.ContainerImage.fromEcrRepository(repository, 'v1.4.2-arm64'),
    runtimePlatform: {
      cpuArchitecture: ecs.CpuArchitecture.ARM64,
      operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
    },
  });
};
