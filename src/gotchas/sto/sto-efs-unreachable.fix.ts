import * as efs from 'aws-cdk-lib/aws-efs';
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
  const files = new efs.FileSystem(stack, 'Uploads', { vpc, encrypted: true });
  files.connections.allowDefaultPortFrom(web);
  web.taskDefinition.addVolume({
    name: 'uploads',
    efsVolumeConfiguration: { fileSystemId: files.fileSystemId, transitEncryption: 'ENABLED' },
  });
  web.mainContainer.addMountPoints({ sourceVolume: 'uploads', containerPath: '/uploads', readOnly: false });
};
