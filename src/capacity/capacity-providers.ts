import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Dependable, type IDependable } from 'constructs';

/** Associates a cluster of the app with the capacity providers of Fargate. An imported cluster must have them. */
export function associateFargateProviders(cluster: ecs.ICluster): void {
  if (cluster instanceof ecs.Cluster) cluster.enableFargateCapacityProviders();
}

/** The association of a cluster with its capacity providers, a resource that the CDK adds at synthesis: services on them must wait for it. */
export function capacityProvidersOf(cluster: ecs.ICluster): IDependable {
  const associations = {};
  Dependable.implement(associations, {
    get dependencyRoots() {
      return cluster.node.children.filter((child) => child instanceof ecs.CfnClusterCapacityProviderAssociations);
    },
  });
  return associations;
}
