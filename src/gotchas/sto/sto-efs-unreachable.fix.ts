import * as efs from 'aws-cdk-lib/aws-efs';
import { EfsMount } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, service }) => {
  const files = new efs.FileSystem(stack, 'Uploads', { vpc, encrypted: true });
  service.taskDefinition.addVolume({
    name: 'uploads',
    efsVolumeConfiguration: { fileSystemId: files.fileSystemId, transitEncryption: 'ENABLED' },
  });
  service.taskDefinition.defaultContainer?.addMountPoints({
    sourceVolume: 'uploads',
    containerPath: '/uploads',
    readOnly: false,
  });
};

export const plain: Fix = ({ stack, vpc, service }) => {
  const files = new efs.FileSystem(stack, 'Uploads', { vpc, encrypted: true });
  files.connections.allowDefaultPortFrom(service);
  service.taskDefinition.addVolume({
    name: 'uploads',
    efsVolumeConfiguration: { fileSystemId: files.fileSystemId, transitEncryption: 'ENABLED' },
  });
  service.taskDefinition.defaultContainer?.addMountPoints({
    sourceVolume: 'uploads',
    containerPath: '/uploads',
    readOnly: false,
  });
};

export const guarded: Fix = ({ stack, vpc, web }) => {
  const fileSystem = new efs.FileSystem(stack, 'Files', { vpc, encrypted: true });
  new EfsMount(stack, 'Uploads', {
    task: web,
    fileSystem,
    containerPath: '/uploads',
    posixUser: { uid: 1000, gid: 1000 },
  });
};
