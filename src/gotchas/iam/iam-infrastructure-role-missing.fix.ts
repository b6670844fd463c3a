import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Size } from 'aws-cdk-lib/core';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  const role = new iam.Role(stack, 'Infrastructure', {
    assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
    managedPolicies: [
      iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonECSInfrastructureRolePolicyForVolumes'),
    ],
  });
  const volume = new ecs.ServiceManagedVolume(stack, 'Data', {
    name: 'data',
    managedEBSVolume: { role, size: Size.gibibytes(20), volumeType: ec2.EbsDeviceVolumeType.GP3 },
  });
  volume.mountIn(taskDefinition.defaultContainer!, { containerPath: '/data', readOnly: false });
  taskDefinition.addVolume(volume);
  const service = new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    circuitBreaker: { rollback: true },
  });
  service.addVolume(volume);
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  const role = new iam.Role(stack, 'Infrastructure', {
    assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com'),
    managedPolicies: [
      iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonECSInfrastructureRolePolicyForVolumes'),
    ],
  });
  const volume = new ecs.ServiceManagedVolume(stack, 'Data', {
    name: 'data',
    managedEBSVolume: { role, size: Size.gibibytes(20), volumeType: ec2.EbsDeviceVolumeType.GP3 },
  });
  volume.mountIn(taskDefinition.defaultContainer!, { containerPath: '/data', readOnly: false });
  taskDefinition.addVolume(volume);
  const service = new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    circuitBreaker: { rollback: true },
  });
  service.addVolume(volume);
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const role = new iam.Role(stack, 'Infrastructure', {
    assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com'),
    managedPolicies: [
      iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonECSInfrastructureRolePolicyForVolumes'),
    ],
  });
  const volume = new ecs.ServiceManagedVolume(stack, 'Data', {
    name: 'data',
    managedEBSVolume: { role, size: Size.gibibytes(20), volumeType: ec2.EbsDeviceVolumeType.GP3 },
  });
  const worker = new FargateWorkerService(stack, 'Worker', { cluster, image });
  volume.mountIn(worker.mainContainer, { containerPath: '/data', readOnly: false });
  worker.taskDefinition.addVolume(volume);
  worker.service.addVolume(volume);
};
