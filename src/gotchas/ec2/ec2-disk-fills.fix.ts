import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2WorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    memoryLimitMiB: 512,
    logging: ecs.LogDrivers.jsonFile(),
  });
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    memoryLimitMiB: 512,
    logging: ecs.LogDrivers.jsonFile({ maxSize: '10m', maxFile: 3 }),
  });
};

export const guarded: Fix = ({ stack, ec2Cluster, image }) => {
  new Ec2WorkerService(stack, 'Worker', { cluster: ec2Cluster, image, memoryLimitMiB: 512 });
};
