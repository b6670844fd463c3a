import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, cluster }) => {
  const provider = new ecs.ManagedInstancesCapacityProvider(stack, 'Provider', {
    subnets: vpc.privateSubnets,
    securityGroups: [new ec2.SecurityGroup(stack, 'Tasks', { vpc })],
  });
  cluster.addManagedInstancesCapacityProvider(provider);
  new ecs.CfnClusterCapacityProviderAssociations(stack, 'Association', {
    cluster: cluster.clusterName,
    capacityProviders: [provider.capacityProviderName],
    defaultCapacityProviderStrategy: [],
  });
};

export const plain: Fix = ({ stack, vpc, cluster }) => {
  const provider = new ecs.ManagedInstancesCapacityProvider(stack, 'Provider', {
    subnets: vpc.privateSubnets,
    securityGroups: [new ec2.SecurityGroup(stack, 'Tasks', { vpc })],
  });
  cluster.addManagedInstancesCapacityProvider(provider);
  cluster.addDefaultCapacityProviderStrategy([{ capacityProvider: provider.capacityProviderName, weight: 1 }]);
};
