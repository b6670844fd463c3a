import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2WorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
  const linuxParameters = new ecs.LinuxParameters(stack, 'Linux');
  linuxParameters.addCapabilities('NETWORK_ADMIN' as ecs.Capability);
  taskDefinition.addContainer('app', { image, memoryLimitMiB: 512, linuxParameters });
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
  const linuxParameters = new ecs.LinuxParameters(stack, 'Linux');
  linuxParameters.addCapabilities(ecs.Capability.NET_ADMIN);
  taskDefinition.addContainer('app', { image, memoryLimitMiB: 512, linuxParameters });
};

export const guarded: Fix = ({ stack, ec2Cluster, image }) => {
  new Ec2WorkerService(stack, 'Worker', {
    cluster: ec2Cluster,
    image,
    memoryLimitMiB: 512,
    linux: { capabilities: { add: [ecs.Capability.NET_ADMIN] } },
  });
};
