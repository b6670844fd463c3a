import { EfsMount } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ taskDefinition, fileSystem }) => {
  const accessPoint = fileSystem.addAccessPoint('Uploads', {
    path: '/uploads',
    posixUser: { uid: '1000', gid: '1000' },
    createAcl: { ownerUid: '1000', ownerGid: '1000', permissions: '755' },
  });
  taskDefinition.addVolume({
    name: 'uploads',
    efsVolumeConfiguration: {
      fileSystemId: fileSystem.fileSystemId,
      authorizationConfig: { accessPointId: accessPoint.accessPointId, iam: 'ENABLED' },
    },
  });
  taskDefinition.defaultContainer?.addMountPoints({
    sourceVolume: 'uploads',
    containerPath: '/uploads',
    readOnly: false,
  });
  fileSystem.grantReadWrite(taskDefinition.taskRole);
};

export const plain: Fix = ({ taskDefinition, fileSystem }) => {
  const accessPoint = fileSystem.addAccessPoint('Uploads', {
    path: '/uploads',
    posixUser: { uid: '1000', gid: '1000' },
    createAcl: { ownerUid: '1000', ownerGid: '1000', permissions: '755' },
  });
  taskDefinition.addVolume({
    name: 'uploads',
    efsVolumeConfiguration: {
      fileSystemId: fileSystem.fileSystemId,
      transitEncryption: 'ENABLED',
      authorizationConfig: { accessPointId: accessPoint.accessPointId, iam: 'ENABLED' },
    },
  });
  taskDefinition.defaultContainer?.addMountPoints({
    sourceVolume: 'uploads',
    containerPath: '/uploads',
    readOnly: false,
  });
  fileSystem.grantReadWrite(taskDefinition.taskRole);
};

export const guarded: Fix = ({ stack, web, fileSystem }) => {
  new EfsMount(stack, 'Uploads', {
    task: web,
    fileSystem,
    containerPath: '/uploads',
    posixUser: { uid: 1000, gid: 1000 },
  });
};
