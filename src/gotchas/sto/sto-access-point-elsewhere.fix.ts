import * as efs from 'aws-cdk-lib/aws-efs';
import { EfsMount } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, taskDefinition, fileSystem }) => {
  const archive = new efs.FileSystem(stack, 'Archive', { vpc, encrypted: true });
  const { accessPointId } = archive.addAccessPoint('Orders');
  taskDefinition.addVolume({
    name: 'orders',
    efsVolumeConfiguration: {
      fileSystemId: fileSystem.fileSystemId,
      transitEncryption: 'ENABLED',
      authorizationConfig: { accessPointId },
    },
  });
};

export const plain: Fix = ({ stack, vpc, taskDefinition }) => {
  const archive = new efs.FileSystem(stack, 'Archive', { vpc, encrypted: true });
  const { accessPointId } = archive.addAccessPoint('Orders');
  taskDefinition.addVolume({
    name: 'orders',
    efsVolumeConfiguration: {
      fileSystemId: archive.fileSystemId,
      transitEncryption: 'ENABLED',
      authorizationConfig: { accessPointId },
    },
  });
};

export const guarded: Fix = ({ stack, web, fileSystem }) => {
  new EfsMount(stack, 'Orders', {
    task: web,
    fileSystem,
    containerPath: '/orders',
    posixUser: { uid: 1000, gid: 1000 },
  });
};

export const refused: Fix = ({ stack, vpc, web, fileSystem }) => {
  const archive = new efs.FileSystem(stack, 'Archive', { vpc, encrypted: true });
  new EfsMount(stack, 'Orders', {
    task: web,
    fileSystem,
    accessPoint: archive.addAccessPoint('Orders'),
    containerPath: '/orders',
  });
};
