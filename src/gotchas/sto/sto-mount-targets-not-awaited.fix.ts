import { EfsMount } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ taskDefinition, service, fileSystem }) => {
  taskDefinition.addVolume({
    name: 'orders',
    efsVolumeConfiguration: { fileSystemId: fileSystem.fileSystemId, transitEncryption: 'ENABLED' },
  });
  fileSystem.connections.allowDefaultPortFrom(service);
};

export const plain: Fix = ({ taskDefinition, service, fileSystem }) => {
  taskDefinition.addVolume({
    name: 'orders',
    efsVolumeConfiguration: { fileSystemId: fileSystem.fileSystemId, transitEncryption: 'ENABLED' },
  });
  fileSystem.connections.allowDefaultPortFrom(service);
  service.node.addDependency(fileSystem.mountTargetsAvailable);
};

export const guarded: Fix = ({ stack, web, fileSystem }) => {
  new EfsMount(stack, 'Orders', {
    task: web,
    fileSystem,
    containerPath: '/orders',
    posixUser: { uid: 1000, gid: 1000 },
  });
};
