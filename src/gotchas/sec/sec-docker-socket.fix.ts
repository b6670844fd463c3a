import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2WorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, logging }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'ShopTask', {
    volumes: [{ name: 'docker', host: { sourcePath: '/var/run/docker.sock' } }],
  });
  const app = taskDefinition.addContainer('app', { image, logging, memoryLimitMiB: 256 });
  app.addMountPoints({ sourceVolume: 'docker', containerPath: '/var/run/docker.sock', readOnly: false });
};

export const plain: Fix = ({ stack, image, logging }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'ShopTask', {
    volumes: [{ name: 'config', host: { sourcePath: '/srv/shop/config' } }],
  });
  const app = taskDefinition.addContainer('app', { image, logging, memoryLimitMiB: 256 });
  app.addMountPoints({ sourceVolume: 'config', containerPath: '/config', readOnly: true });
};

export const guarded: Fix = ({ stack, ec2Cluster, image }) => {
  const worker = new Ec2WorkerService(stack, 'Worker', { cluster: ec2Cluster, image, memoryLimitMiB: 256 });
  worker.taskDefinition.addVolume({ name: 'config', host: { sourcePath: '/srv/shop/config' } });
  worker.mainContainer.addMountPoints({ sourceVolume: 'config', containerPath: '/config', readOnly: true });
};
