import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, cluster }) => {
  const policy = 'AmazonECSInfrastructureRolePolicyForManagedInstances';
  const infrastructureRole = new iam.Role(stack, 'Infrastructure', {
    assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName(policy)],
  });
  const securityGroups = [new ec2.SecurityGroup(stack, 'Tasks', { vpc })];
  const subnets = vpc.privateSubnets;
  const provider = new ecs.ManagedInstancesCapacityProvider(stack, 'Provider', {
    infrastructureRole, subnets, securityGroups,
  });
  cluster.addManagedInstancesCapacityProvider(provider);
};

export const plain: Fix = ({ stack, vpc, cluster }) => {
  const policy = 'AmazonECSInfrastructureRolePolicyForManagedInstances';
  const infrastructureRole = new iam.Role(stack, 'Infrastructure', {
    assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com'),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName(policy)],
  });
  const securityGroups = [new ec2.SecurityGroup(stack, 'Tasks', { vpc })];
  const subnets = vpc.privateSubnets;
  const provider = new ecs.ManagedInstancesCapacityProvider(stack, 'Provider', {
    infrastructureRole, subnets, securityGroups,
  });
  cluster.addManagedInstancesCapacityProvider(provider);
};
