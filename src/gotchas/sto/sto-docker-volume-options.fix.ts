import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ ec2TaskDefinition }) => {
  ec2TaskDefinition.addVolume({
    name: 'files',
    dockerVolumeConfiguration: {
      scope: ecs.Scope.TASK,
      driver: 'local',
      driverOpts: { volumeType: 'nfs', deviceName: ':/', addr: 'files.internal' },
    },
  });
  ec2TaskDefinition.defaultContainer?.addMountPoints({ sourceVolume: 'files', containerPath: '/files', readOnly: false });
};

export const plain: Fix = ({ ec2TaskDefinition }) => {
  ec2TaskDefinition.addVolume({
    name: 'files',
    dockerVolumeConfiguration: {
      scope: ecs.Scope.TASK,
      driver: 'local',
      driverOpts: { type: 'nfs', device: ':/', o: 'addr=files.internal,nfsvers=4.1' },
    },
  });
  ec2TaskDefinition.defaultContainer?.addMountPoints({ sourceVolume: 'files', containerPath: '/files', readOnly: false });
};
