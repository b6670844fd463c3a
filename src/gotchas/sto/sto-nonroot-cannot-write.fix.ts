import * as ecs from 'aws-cdk-lib/aws-ecs';
import { EfsMount, FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, logging, fileSystem }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'ShopTask', { cpu: 256, memoryLimitMiB: 512 });
  taskDefinition.addVolume({
    name: 'uploads',
    efsVolumeConfiguration: {
      fileSystemId: fileSystem.fileSystemId,
      transitEncryption: 'ENABLED',
    },
  });
  taskDefinition.addContainer('app', { image, logging, user: '1000' })
    .addMountPoints({ sourceVolume: 'uploads', containerPath: '/uploads', readOnly: false });
};

export const plain: Fix = ({ stack, image, logging, fileSystem }) => {
  const { accessPointId } = fileSystem.addAccessPoint('Uploads', {
    path: '/uploads',
    posixUser: { uid: '1000', gid: '1000' },
    createAcl: { ownerUid: '1000', ownerGid: '1000', permissions: '755' },
  });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'ShopTask', { cpu: 256, memoryLimitMiB: 512 });
  taskDefinition.addVolume({
    name: 'uploads',
    efsVolumeConfiguration: {
      fileSystemId: fileSystem.fileSystemId,
      transitEncryption: 'ENABLED',
      authorizationConfig: { accessPointId },
    },
  });
  taskDefinition.addContainer('app', { image, logging, user: '1000' })
    .addMountPoints({ sourceVolume: 'uploads', containerPath: '/uploads', readOnly: false });
};

export const guarded: Fix = ({ stack, cluster, image, fileSystem }) => {
  const worker = new FargateWorkerService(stack, 'Worker', { cluster, image, user: '1000' });
  new EfsMount(stack, 'Uploads', {
    task: worker,
    fileSystem,
    containerPath: '/uploads',
    posixUser: { uid: 1000, gid: 1000 },
  });
};
