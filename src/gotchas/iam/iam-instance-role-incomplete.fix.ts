import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Ec2Capacity } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, cluster }) => {
  const role = new iam.Role(stack, 'InstanceRole', {
    assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSSMManagedInstanceCore')],
  });
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Instances', {
    vpc,
    role: role.withoutPolicyUpdates(),
    maxCapacity: 4,
    instanceType: new ec2.InstanceType('t3.large'),
    machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
  });
  cluster.addAsgCapacityProvider(new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup }));
};

export const plain: Fix = ({ stack, vpc, cluster }) => {
  const role = new iam.Role(stack, 'InstanceRole', {
    assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonEC2ContainerServiceforEC2Role')],
  });
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Instances', {
    vpc,
    role,
    maxCapacity: 4,
    instanceType: new ec2.InstanceType('t3.large'),
    machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
  });
  cluster.addAsgCapacityProvider(new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup }));
};

export const guarded: Fix = ({ stack, cluster }) => {
  new Ec2Capacity(stack, 'Capacity', { cluster, instanceType: new ec2.InstanceType('t3.large') });
};
