import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Size } from 'aws-cdk-lib/core';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, cluster, image }) => {
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Instances', {
    vpc, instanceType: new ec2.InstanceType('m4.large'), machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
  });
  const provider = new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup });
  cluster.addAsgCapacityProvider(provider);
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
  const app = taskDefinition.addContainer('app', { image, memoryLimitMiB: 512 });
  const capacityProviderStrategies = [{ capacityProvider: provider.capacityProviderName, weight: 1 }];
  const service = new ecs.Ec2Service(stack, 'Service', { cluster, taskDefinition, capacityProviderStrategies });
  const disk = new ecs.ServiceManagedVolume(stack, 'Disk', {
    name: 'disk', managedEBSVolume: { size: Size.gibibytes(100) },
  });
  taskDefinition.addVolume(disk);
  service.addVolume(disk);
  disk.mountIn(app, { containerPath: '/disk', readOnly: false });
};

export const plain: Fix = ({ stack, vpc, cluster, image }) => {
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Instances', {
    vpc, instanceType: new ec2.InstanceType('m6i.large'), machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
  });
  const provider = new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup });
  cluster.addAsgCapacityProvider(provider);
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
  const app = taskDefinition.addContainer('app', { image, memoryLimitMiB: 512 });
  const capacityProviderStrategies = [{ capacityProvider: provider.capacityProviderName, weight: 1 }];
  const service = new ecs.Ec2Service(stack, 'Service', { cluster, taskDefinition, capacityProviderStrategies });
  const disk = new ecs.ServiceManagedVolume(stack, 'Disk', {
    name: 'disk', managedEBSVolume: { size: Size.gibibytes(100) },
  });
  taskDefinition.addVolume(disk);
  service.addVolume(disk);
  disk.mountIn(app, { containerPath: '/disk', readOnly: false });
};
