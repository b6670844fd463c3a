import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2Capacity, Ec2WorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, cluster, image }) => {
  const machineImage = ecs.EcsOptimizedImage.amazonLinux2023();
  const instanceType = new ec2.InstanceType('t3.medium');
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Instances', {
    vpc,
    instanceType,
    machineImage,
    maxCapacity: 2,
  });
  const provider = new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup });
  cluster.addAsgCapacityProvider(provider);

  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task', { networkMode: ecs.NetworkMode.AWS_VPC });
  taskDefinition.addContainer('app', { image, memoryReservationMiB: 256 });
  new ecs.Ec2Service(stack, 'Service', {
    cluster,
    taskDefinition,
    desiredCount: 6,
    capacityProviderStrategies: [{ capacityProvider: provider.capacityProviderName, weight: 1 }],
    circuitBreaker: { rollback: true },
  });
};

export const plain: Fix = ({ stack, vpc, cluster, image }) => {
  const machineImage = ecs.EcsOptimizedImage.amazonLinux2023();
  const instanceType = new ec2.InstanceType('t3.medium');
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Instances', {
    vpc,
    instanceType,
    machineImage,
    maxCapacity: 4,
  });
  const provider = new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup });
  cluster.addAsgCapacityProvider(provider);

  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task', { networkMode: ecs.NetworkMode.AWS_VPC });
  taskDefinition.addContainer('app', { image, memoryReservationMiB: 256 });
  new ecs.Ec2Service(stack, 'Service', {
    cluster,
    taskDefinition,
    desiredCount: 6,
    capacityProviderStrategies: [{ capacityProvider: provider.capacityProviderName, weight: 1 }],
    circuitBreaker: { rollback: true },
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const instanceType = new ec2.InstanceType('t3.medium');
  const capacity = new Ec2Capacity(stack, 'Capacity', { cluster, instanceType, maxCapacity: 4 });
  new Ec2WorkerService(stack, 'Worker', {
    cluster,
    capacity,
    image,
    memoryReservationMiB: 256,
    networkMode: ecs.NetworkMode.AWS_VPC,
    desiredCount: 6,
  });
};
