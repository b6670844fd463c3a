import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2WorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, memoryLimitMiB: 512 });
  const resource = taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
  resource.addPropertyDeletionOverride('ContainerDefinitions.0.Memory');
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, memoryReservationMiB: 256, memoryLimitMiB: 512 });
};

export const guarded: Fix = ({ stack, ec2Cluster, image }) => {
  new Ec2WorkerService(stack, 'Worker', {
    cluster: ec2Cluster,
    image,
    memoryReservationMiB: 256,
    memoryLimitMiB: 512,
  });
};

export const refused: Fix = ({ stack, ec2Cluster, image }) => {
  new Ec2WorkerService(stack, 'Worker', { cluster: ec2Cluster, image });
};
