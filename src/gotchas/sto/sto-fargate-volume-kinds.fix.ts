import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, logging }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'ShopTask', {
    cpu: 256,
    memoryLimitMiB: 512,
    ephemeralStorageGiB: 50,
    volumes: [{ name: 'scratch', host: { sourcePath: '/scratch' } }],
  });
  taskDefinition.addContainer('app', { image, logging })
    .addMountPoints({ sourceVolume: 'scratch', containerPath: '/scratch', readOnly: false });
};

export const plain: Fix = ({ stack, image, logging }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'ShopTask', {
    cpu: 256,
    memoryLimitMiB: 512,
    ephemeralStorageGiB: 50,
    volumes: [{ name: 'scratch' }],
  });
  taskDefinition.addContainer('app', { image, logging })
    .addMountPoints({ sourceVolume: 'scratch', containerPath: '/scratch', readOnly: false });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const worker = new FargateWorkerService(stack, 'Worker', { cluster, image, ephemeralStorageGiB: 50 });
  worker.taskDefinition.addVolume({ name: 'scratch' });
  worker.mainContainer.addMountPoints({ sourceVolume: 'scratch', containerPath: '/scratch', readOnly: false });
};
