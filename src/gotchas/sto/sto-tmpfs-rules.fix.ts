import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { cpu: 256, memoryLimitMiB: 512 });
  const linuxParameters = new ecs.LinuxParameters(stack, 'Linux');
  linuxParameters.addTmpfs({ containerPath: '/tmp', size: 512 });
  taskDefinition.addContainer('app', { image, linuxParameters });
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { cpu: 256, memoryLimitMiB: 512 });
  const linuxParameters = new ecs.LinuxParameters(stack, 'Linux');
  linuxParameters.addTmpfs({ containerPath: '/tmp', size: 64 });
  taskDefinition.addContainer('app', { image, linuxParameters });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    linux: { tmpfs: [{ containerPath: '/tmp', sizeMiB: 64 }] },
  });
};
