import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const linuxParameters = new ecs.LinuxParameters(stack, 'Linux', { initProcessEnabled: true });
  linuxParameters.addCapabilities(ecs.Capability.NET_ADMIN);
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, linuxParameters });
};

export const plain: Fix = ({ stack, image }) => {
  const linuxParameters = new ecs.LinuxParameters(stack, 'Linux', { initProcessEnabled: true });
  linuxParameters.addCapabilities(ecs.Capability.SYS_PTRACE);
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, linuxParameters });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    initProcess: true,
    linux: { capabilities: { add: [ecs.Capability.SYS_PTRACE] } },
  });
};

export const refused: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', { cluster, image, linux: { sharedMemoryMiB: 256 } });
};
