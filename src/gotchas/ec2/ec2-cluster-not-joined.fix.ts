import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Ec2Capacity } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, autoScalingGroup }) => {
  const policy = 'service-role/AmazonEC2ContainerServiceforEC2Role';
  autoScalingGroup.role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName(policy));
  const provider = new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup });
  new ecs.CfnClusterCapacityProviderAssociations(stack, 'Association', {
    cluster: cluster.clusterName,
    capacityProviders: [provider.capacityProviderName],
    defaultCapacityProviderStrategy: [],
  });
};

export const plain: Fix = ({ stack, cluster, autoScalingGroup }) => {
  const policy = 'service-role/AmazonEC2ContainerServiceforEC2Role';
  autoScalingGroup.role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName(policy));
  autoScalingGroup.addUserData(`echo ECS_CLUSTER=${cluster.clusterName} >> /etc/ecs/ecs.config`);
  const provider = new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup });
  new ecs.CfnClusterCapacityProviderAssociations(stack, 'Association', {
    cluster: cluster.clusterName,
    capacityProviders: [provider.capacityProviderName],
    defaultCapacityProviderStrategy: [],
  });
};

export const guarded: Fix = ({ stack, cluster }) => {
  new Ec2Capacity(stack, 'Capacity', { cluster, instanceType: new ec2.InstanceType('t3.large') });
};
