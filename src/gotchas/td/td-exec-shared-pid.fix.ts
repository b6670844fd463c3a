import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, ec2Cluster, image, logging }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task', { pidMode: ecs.PidMode.TASK });
  taskDefinition.addContainer('app', { image, logging, memoryLimitMiB: 256 });
  taskDefinition.addContainer('agent', { image, logging, memoryLimitMiB: 64 });
  new ecs.Ec2Service(stack, 'Service', {
    cluster: ec2Cluster, taskDefinition, minHealthyPercent: 100, enableExecuteCommand: true,
  });
};

export const plain: Fix = ({ stack, ec2Cluster, image, logging }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, logging, memoryLimitMiB: 256 });
  taskDefinition.addContainer('agent', { image, logging, memoryLimitMiB: 64 });
  new ecs.Ec2Service(stack, 'Service', {
    cluster: ec2Cluster, taskDefinition, minHealthyPercent: 100, enableExecuteCommand: true,
  });
};
