import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Ec2Capacity, Ec2Purchase } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, cluster }) => {
  const role = new iam.Role(stack, 'InstanceRole', {
    assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonEC2ContainerServiceforEC2Role')],
  });
  const launchTemplate = new ec2.LaunchTemplate(stack, 'Launch', {
    machineImage: ecs.EcsOptimizedImage.amazonLinux2023(), userData: ec2.UserData.forLinux(), requireImdsv2: true, role,
  });
  const types = ['m7i.large'].map((type) => new ec2.InstanceType(type));
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Instances', {
    vpc,
    mixedInstancesPolicy: {
      launchTemplate,
      launchTemplateOverrides: types.map((instanceType) => ({ instanceType })),
      instancesDistribution: { onDemandBaseCapacity: 2, onDemandPercentageAboveBaseCapacity: 0 },
    },
  });
  const provider = new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup });
  cluster.addAsgCapacityProvider(provider, { spotInstanceDraining: true });
};

export const plain: Fix = ({ stack, vpc, cluster }) => {
  const role = new iam.Role(stack, 'InstanceRole', {
    assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonEC2ContainerServiceforEC2Role')],
  });
  const launchTemplate = new ec2.LaunchTemplate(stack, 'Launch', {
    machineImage: ecs.EcsOptimizedImage.amazonLinux2023(), userData: ec2.UserData.forLinux(), requireImdsv2: true, role,
  });
  const types = ['m7i.large', 'm7a.large', 'm6i.large'].map((type) => new ec2.InstanceType(type));
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Instances', {
    vpc,
    mixedInstancesPolicy: {
      launchTemplate,
      launchTemplateOverrides: types.map((instanceType) => ({ instanceType })),
      instancesDistribution: { onDemandBaseCapacity: 2, onDemandPercentageAboveBaseCapacity: 0 },
    },
  });
  const provider = new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup });
  cluster.addAsgCapacityProvider(provider, { spotInstanceDraining: true });
};

export const guarded: Fix = ({ stack, cluster }) => {
  const instanceTypes = ['m7i.large', 'm7a.large', 'm6i.large'].map((type) => new ec2.InstanceType(type));
  new Ec2Capacity(stack, 'Capacity', { cluster, purchase: Ec2Purchase.mixed({ onDemandBase: 2, instanceTypes }) });
};
