import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, image, logging, fileSystem }) => {
  const taskDefinition = new ecs.ExternalTaskDefinition(stack, 'ShopTask', {
    volumes: [{
      name: 'uploads',
      efsVolumeConfiguration: { fileSystemId: fileSystem.fileSystemId, transitEncryption: 'ENABLED' },
    }],
  });
  taskDefinition.addContainer('app', { image, logging, memoryLimitMiB: 256 })
    .addMountPoints({ sourceVolume: 'uploads', containerPath: '/uploads', readOnly: false });
  new ecs.ExternalService(stack, 'Shop', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    maxHealthyPercent: 200,
    circuitBreaker: { rollback: true },
  });
};

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
