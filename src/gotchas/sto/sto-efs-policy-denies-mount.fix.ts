import * as efs from 'aws-cdk-lib/aws-efs';
import { EfsMount } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, taskDefinition }) => {
  const files = new efs.FileSystem(stack, 'Orders', { vpc, encrypted: true, allowAnonymousAccess: false });
  taskDefinition.addVolume({
    name: 'orders',
    efsVolumeConfiguration: { fileSystemId: files.fileSystemId, transitEncryption: 'ENABLED' },
  });
  taskDefinition.defaultContainer!.addMountPoints({ sourceVolume: 'orders', containerPath: '/orders', readOnly: false });
};

export const plain: Fix = ({ stack, vpc, taskDefinition }) => {
  const files = new efs.FileSystem(stack, 'Orders', { vpc, encrypted: true, allowAnonymousAccess: false });
  files.grantReadWrite(taskDefinition.taskRole);
  taskDefinition.addVolume({
    name: 'orders',
    efsVolumeConfiguration: {
      fileSystemId: files.fileSystemId,
      transitEncryption: 'ENABLED',
      authorizationConfig: { iam: 'ENABLED' },
    },
  });
  taskDefinition.defaultContainer!.addMountPoints({ sourceVolume: 'orders', containerPath: '/orders', readOnly: false });
};

export const guarded: Fix = ({ stack, vpc, web }) => {
  const fileSystem = new efs.FileSystem(stack, 'Orders', { vpc, encrypted: true, allowAnonymousAccess: false });
  new EfsMount(stack, 'OrdersMount', {
    task: web,
    fileSystem,
    containerPath: '/orders',
    posixUser: { uid: 1000, gid: 1000 },
  });
};
