import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateSize, FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', {
    cpu: 1024,
    memoryLimitMiB: 2048,
    runtimePlatform: {
      operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE,
      cpuArchitecture: ecs.CpuArchitecture.ARM64,
    },
  });
  taskDefinition.addContainer('app', {
    image: ecs.ContainerImage.fromRegistry('mcr.microsoft.com/windows/servercore/iis:windowsservercore-ltsc2022'),
  });
};

export const plain: Fix = ({ stack }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', {
    cpu: 1024,
    memoryLimitMiB: 2048,
    runtimePlatform: {
      operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE,
      cpuArchitecture: ecs.CpuArchitecture.X86_64,
    },
  });
  taskDefinition.addContainer('app', {
    image: ecs.ContainerImage.fromRegistry('mcr.microsoft.com/windows/servercore/iis:windowsservercore-ltsc2022'),
  });
};

export const guarded: Fix = ({ stack, cluster }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image: ecs.ContainerImage.fromRegistry('mcr.microsoft.com/windows/servercore/iis:windowsservercore-ltsc2022'),
    size: FargateSize.of(1024, 2048),
    runtimePlatform: {
      operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE,
      cpuArchitecture: ecs.CpuArchitecture.X86_64,
    },
  });
};

export const refused: Fix = ({ stack, cluster }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image: ecs.ContainerImage.fromRegistry('mcr.microsoft.com/windows/servercore/iis:windowsservercore-ltsc2022'),
    size: FargateSize.of(1024, 2048),
    runtimePlatform: {
      operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE,
      cpuArchitecture: ecs.CpuArchitecture.ARM64,
    },
  });
};
