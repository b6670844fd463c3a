import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task', { networkMode: ecs.NetworkMode.AWS_VPC });
  taskDefinition.addContainer('app', { image, memoryLimitMiB: 512, extraHosts: { db: '10.0.0.9' } });
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task', { networkMode: ecs.NetworkMode.AWS_VPC });
  taskDefinition.addContainer('app', { image, memoryLimitMiB: 512, environment: { DB_HOST: '10.0.0.9' } });
};
