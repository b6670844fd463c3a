import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2WorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, logging }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'ShopTask');
  const linuxParameters = new ecs.LinuxParameters(stack, 'Linux', { initProcessEnabled: true });
  linuxParameters.addCapabilities(ecs.Capability.SYS_ADMIN);
  taskDefinition.addContainer('app', { image, logging, memoryLimitMiB: 256, linuxParameters });
};

export const plain: Fix = ({ stack, image, logging }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'ShopTask');
  const linuxParameters = new ecs.LinuxParameters(stack, 'Linux', { initProcessEnabled: true });
  linuxParameters.dropCapabilities(ecs.Capability.ALL);
  taskDefinition.addContainer('app', { image, logging, memoryLimitMiB: 256, linuxParameters });
};

export const guarded: Fix = ({ stack, ec2Cluster, image }) => {
  new Ec2WorkerService(stack, 'Shop', {
    cluster: ec2Cluster,
    image,
    memoryLimitMiB: 256,
    initProcess: true,
    linux: { capabilities: { drop: [ecs.Capability.ALL] } },
  });
};
