import { EfsMount } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ taskDefinition, fileSystem }) => {
  const { accessPointId } = fileSystem.addAccessPoint('Orders', {
    path: 'orders',
    createAcl: { ownerUid: '1000', ownerGid: '1000', permissions: '750' },
  });
  taskDefinition.addVolume({
    name: 'orders',
    efsVolumeConfiguration: {
      fileSystemId: fileSystem.fileSystemId,
      transitEncryption: 'ENABLED',
      authorizationConfig: { accessPointId },
    },
  });
};

export const plain: Fix = ({ taskDefinition, fileSystem }) => {
  const { accessPointId } = fileSystem.addAccessPoint('Orders', {
    path: '/orders',
    createAcl: { ownerUid: '1000', ownerGid: '1000', permissions: '750' },
  });
  taskDefinition.addVolume({
    name: 'orders',
    efsVolumeConfiguration: {
      fileSystemId: fileSystem.fileSystemId,
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
