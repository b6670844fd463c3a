import { EfsMount, ScratchVolume } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ ec2TaskDefinition, fileSystem }) => {
  ec2TaskDefinition.addVolume({
    name: 'uploads',
    host: { sourcePath: '/uploads' },
    efsVolumeConfiguration: { fileSystemId: fileSystem.fileSystemId, transitEncryption: 'ENABLED' },
  });
  ec2TaskDefinition.defaultContainer?.addMountPoints(
    { sourceVolume: 'uploads', containerPath: '/uploads', readOnly: false },
  );
};

export const plain: Fix = ({ taskDefinition, fileSystem }) => {
  taskDefinition.addVolume({ name: 'scratch' });
  taskDefinition.addVolume({
    name: 'uploads',
    efsVolumeConfiguration: { fileSystemId: fileSystem.fileSystemId, transitEncryption: 'ENABLED' },
  });
  taskDefinition.defaultContainer?.addMountPoints(
    { sourceVolume: 'scratch', containerPath: '/scratch', readOnly: false },
    { sourceVolume: 'uploads', containerPath: '/uploads', readOnly: false },
  );
};

export const guarded: Fix = ({ stack, web, fileSystem }) => {
  new ScratchVolume(stack, 'Scratch', { task: web, containerPath: '/scratch' });
  new EfsMount(stack, 'Uploads', {
    task: web,
    fileSystem,
    containerPath: '/uploads',
    posixUser: { uid: 1000, gid: 1000 },
  });
};
