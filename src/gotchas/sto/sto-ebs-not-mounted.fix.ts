import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Size } from 'aws-cdk-lib/core';
import { EbsVolume } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, taskDefinition, service }) => {
  const disk = new ecs.ServiceManagedVolume(stack, 'Disk', {
    name: 'disk',
    managedEBSVolume: { size: Size.gibibytes(100) },
  });
  taskDefinition.addVolume(disk);
  service.addVolume(disk);
  disk.mountIn(taskDefinition.defaultContainer!, { containerPath: '/disk', readOnly: false });
  const resource = taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
  resource.addPropertyDeletionOverride('ContainerDefinitions.0.MountPoints');
};

export const plain: Fix = ({ stack, taskDefinition, service }) => {
  const disk = new ecs.ServiceManagedVolume(stack, 'Disk', {
    name: 'disk',
    managedEBSVolume: { size: Size.gibibytes(100) },
  });
  taskDefinition.addVolume(disk);
  service.addVolume(disk);
  disk.mountIn(taskDefinition.defaultContainer!, { containerPath: '/disk', readOnly: false });
};

export const guarded: Fix = ({ stack, web }) => {
  new EbsVolume(stack, 'Disk', { service: web, size: Size.gibibytes(100), containerPath: '/disk' });
};
