import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2WorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, logging }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'ShopTask', {
    networkMode: ecs.NetworkMode.AWS_VPC,
    pidMode: ecs.PidMode.HOST,
  });
  taskDefinition.addContainer('app', { image, logging, memoryLimitMiB: 256 });
};

export const plain: Fix = ({ stack, image, logging }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'ShopTask', {
    networkMode: ecs.NetworkMode.AWS_VPC,
    pidMode: ecs.PidMode.TASK,
  });
  taskDefinition.addContainer('app', { image, logging, memoryLimitMiB: 256 });
};

export const guarded: Fix = ({ stack, ec2Cluster, image }) => {
  new Ec2WorkerService(stack, 'Worker', { cluster: ec2Cluster, image, memoryLimitMiB: 256 });
};
