import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { anyOf, keyOf, list, orDefault, required, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { CapacityProviderItemFacts } from '../../facts/service';

/** True if a service runs on Fargate, by its launch type, else its strategy, else the strategy of its cluster. */
export const serviceOnFargate = memoize((service: Resource): Fact<boolean> => {
  const { properties } = service;
  const launchType = properties.get('LaunchType').text();
  if (launchType !== undefined) return launchType instanceof Unknown ? launchType : launchType === 'FARGATE';
  if (properties.at('DeploymentController', 'Type').text() === 'EXTERNAL') return new Unknown('the task sets of the service decide it');
  const strategy = serviceStrategy(service);
  if (strategy instanceof Unknown) return strategy;
  return anyOnFargate(strategy.map(({ provider }) => provider));
});

/** True if one of the capacity providers is one of Fargate. */
export function anyOnFargate(providers: readonly Fact<string>[]): Fact<boolean> {
  return anyOf(providers.map((provider) => provider instanceof Unknown ? provider : provider === 'FARGATE' || provider === 'FARGATE_SPOT'));
}

/** For each task definition that a service of the app runs: whether one of them does it on Fargate. */
export const tasksOnFargate = memoize((app: App): ReadonlyMap<Resource, Fact<boolean>> => {
  const found = new Map<Resource, Fact<boolean>>();
  for (const service of app.ofType('AWS::ECS::Service')) {
    const task = resourceIn(service.properties.get('TaskDefinition'), 'AWS::ECS::TaskDefinition');
    if (!task || found.get(task) === true) continue;
    const onFargate = serviceOnFargate(service);
    if (onFargate !== false || !found.has(task)) found.set(task, onFargate);
  }
  return found;
});

/** The strategy that counts for a service without a launch type: its own, else that of its cluster. */
export function serviceStrategy({ properties }: Resource): Fact<readonly CapacityProviderItemFacts[]> {
  const own = readStrategy(properties.get('CapacityProviderStrategy'));
  return own instanceof Unknown || own.length > 0 ? own : clusterStrategy(properties.get('Cluster'));
}

/** The capacity providers of a strategy; those of the app by their key, Fargate's by their name. */
export function readStrategy(strategy: Value): Fact<readonly CapacityProviderItemFacts[]> {
  return list(strategy, (item) => {
    const provider = resourceIn(item.get('CapacityProvider'), 'AWS::ECS::CapacityProvider');
    return {
      provider: provider ? keyOf(provider) : required(item.get('CapacityProvider').text()),
      base: orDefault(item.get('Base').number(), 0),
      weight: orDefault(item.get('Weight').number(), 0),
    };
  });
}

/** The default strategy of a cluster, written on it or on its association with capacity providers. */
export function clusterStrategy(value: Value): Fact<readonly CapacityProviderItemFacts[]> {
  const cluster = value.resource();
  if (cluster === undefined) return new Unknown('the default cluster of the account decides it');
  return cluster instanceof Unknown ? cluster : defaultStrategyOf(cluster);
}

export function defaultStrategyOf(cluster: Resource): Fact<readonly CapacityProviderItemFacts[]> {
  const own = readStrategy(cluster.properties.get('DefaultCapacityProviderStrategy'));
  if (own instanceof Unknown || own.length > 0) return own;
  const association = associationOf(cluster);
  return association ? readStrategy(association.properties.get('DefaultCapacityProviderStrategy')) : [];
}

/** Resources that associate capacity providers with a cluster of the app. */
export function associationOf(cluster: Resource): Resource | undefined {
  return associations(cluster.template.app).get(cluster);
}

const associations = memoize((app: App) => {
  const found = new Map<Resource, Resource>();
  for (const association of app.ofType('AWS::ECS::ClusterCapacityProviderAssociations')) {
    const cluster = resourceIn(association.properties.get('Cluster'), 'AWS::ECS::Cluster');
    if (cluster) found.set(cluster, association);
  }
  return found;
});
