import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2Capacity } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, cluster }) => {
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Instances', {
    vpc,
    maxCapacity: 4,
    instanceType: new ec2.InstanceType('t3.large'),
    machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
  });
  const provider = new ecs.AsgCapacityProvider(stack, 'Provider', {
    autoScalingGroup,
    enableManagedScaling: true,
    enableManagedTerminationProtection: false,
  });
  cluster.addAsgCapacityProvider(provider);
  (provider.node.findChild('Provider') as ecs.CfnCapacityProvider)
    .addPropertyOverride('AutoScalingGroupProvider.ManagedTerminationProtection', 'ENABLED');
};

export const plain: Fix = ({ stack, vpc, cluster }) => {
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Instances', {
    vpc,
    maxCapacity: 4,
    instanceType: new ec2.InstanceType('t3.large'),
    machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
    newInstancesProtectedFromScaleIn: true,
  });
  cluster.addAsgCapacityProvider(new ecs.AsgCapacityProvider(stack, 'Provider', {
    autoScalingGroup,
    enableManagedScaling: true,
    enableManagedTerminationProtection: true,
  }));
};

export const guarded: Fix = ({ stack, cluster }) => {
  new Ec2Capacity(stack, 'Capacity', {
    cluster,
    instanceType: new ec2.InstanceType('t3.large'),
    managedTerminationProtection: true,
  });
};
