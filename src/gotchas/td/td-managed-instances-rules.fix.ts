import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, logging }) => {
  const taskDefinition = new ecs.TaskDefinition(stack, 'Task', {
    compatibility: ecs.Compatibility.MANAGED_INSTANCES,
    networkMode: ecs.NetworkMode.AWS_VPC,
    cpu: '1024',
    memoryMiB: '2048',
  });
  taskDefinition.addContainer('app', { image, logging });
  const resource = taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
  resource.addPropertyOverride('EphemeralStorage', { SizeInGiB: 50 });
};

export const plain: Fix = ({ stack, image, logging }) => {
  const taskDefinition = new ecs.TaskDefinition(stack, 'Task', {
    compatibility: ecs.Compatibility.MANAGED_INSTANCES,
    networkMode: ecs.NetworkMode.AWS_VPC,
    cpu: '1024',
    memoryMiB: '2048',
  });
  taskDefinition.addContainer('app', { image, logging });
};
