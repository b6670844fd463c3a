import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Size } from 'aws-cdk-lib/core';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, taskDefinition, service }) => {
  const disk = new ecs.ServiceManagedVolume(stack, 'Disk', {
    name: 'disk',
    managedEBSVolume: {
      size: Size.gibibytes(20000),
      volumeType: ec2.EbsDeviceVolumeType.GP3,
      iops: 3000,
      throughput: 125,
    },
  });
  taskDefinition.addVolume(disk);
  service.addVolume(disk);
  disk.mountIn(taskDefinition.defaultContainer!, { containerPath: '/disk', readOnly: false });
};

export const plain: Fix = ({ stack, taskDefinition, service }) => {
  const disk = new ecs.ServiceManagedVolume(stack, 'Disk', {
    name: 'disk',
    managedEBSVolume: {
      size: Size.gibibytes(100),
      volumeType: ec2.EbsDeviceVolumeType.GP3,
      iops: 3000,
      throughput: 125,
    },
  });
  taskDefinition.addVolume(disk);
  service.addVolume(disk);
  disk.mountIn(taskDefinition.defaultContainer!, { containerPath: '/disk', readOnly: false });
};

export const guarded: Fix = ({ stack, web }) => {
  const disk = new ecs.ServiceManagedVolume(stack, 'Disk', {
    name: 'disk',
    managedEBSVolume: {
      size: Size.gibibytes(100),
      volumeType: ec2.EbsDeviceVolumeType.GP3,
      iops: 3000,
      throughput: 125,
    },
  });
  web.taskDefinition.addVolume(disk);
  web.service.addVolume(disk);
  disk.mountIn(web.mainContainer, { containerPath: '/disk', readOnly: false });
};
