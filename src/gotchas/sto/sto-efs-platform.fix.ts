import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const plain: Fix = ({ stack, cluster, taskDefinition, fileSystem }) => {
  taskDefinition.addVolume({
    name: 'uploads',
    efsVolumeConfiguration: { fileSystemId: fileSystem.fileSystemId, transitEncryption: 'ENABLED' },
  });
  taskDefinition.defaultContainer?.addMountPoints({
    sourceVolume: 'uploads',
    containerPath: '/uploads',
    readOnly: false,
  });
  const service = new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    platformVersion: ecs.FargatePlatformVersion.LATEST,
  });
  fileSystem.connections.allowDefaultPortFrom(service);
};

export const guarded: Fix = ({ web, fileSystem }) => {
  web.taskDefinition.addVolume({
    name: 'uploads',
    efsVolumeConfiguration: { fileSystemId: fileSystem.fileSystemId, transitEncryption: 'ENABLED' },
  });
  web.mainContainer.addMountPoints({ sourceVolume: 'uploads', containerPath: '/uploads', readOnly: false });
  fileSystem.connections.allowDefaultPortFrom(web);
};
