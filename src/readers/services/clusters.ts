import { capacityOf, joinedBy } from '../capacity/capacity';
import { groupOf } from '../capacity/capacity-providers';
import { associationOf, defaultStrategyOf, serviceOnFargate, serviceStrategy } from '../capacity/compute';
import { readNamespaceUse } from '../discovery/namespaces';
import { readSessionRecords } from './session-records';
import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import { MAYBE_EXTENDED, usedByUnreadParts } from '../../cloudformation/unread-parts';
import type { Value } from '../../cloudformation/value';
import { identity, keyOf, list, orDefault, outside, resourceIn } from '../../cloudformation/value-helpers';
import { clusterFacts, type ClusterFacts, type ContainerInsights } from '../../facts/cluster';
import { Unknown, type Fact } from '../../facts/fact';

const CLUSTER = 'AWS::ECS::Cluster';
const PROVIDER = 'AWS::ECS::CapacityProvider';

/** A cluster of the app. */
export const readCluster = memoize((cluster: Resource): ClusterFacts => {
  const logging = cluster.properties.at('Configuration', 'ExecuteCommandConfiguration', 'Logging').word('NONE', 'DEFAULT', 'OVERRIDE');
  return {
    id: keyOf(cluster),
    containerInsights: readContainerInsights(cluster.properties.get('ClusterSettings')),
    capacityProviders: readProviders(cluster),
    defaultStrategy: defaultStrategyOf(cluster),
    hasInstances: readHasInstances(cluster),
    hasManagedInstances: providersOnTheirOwn(cluster).length > 0,
    servicesOnInstances: (servicesOnInstances(cluster.template.app).get(cluster) ?? []).length,
    defaultNamespace: readNamespaceUse(cluster.properties.at('ServiceConnectDefaults', 'Namespace'), cluster),
    executeCommandLogging: orDefault(logging, 'DEFAULT'),
    sessionRecords: readSessionRecords(cluster),
  };
});

/** The cluster a value refers to; facts that are unknown when it isn't one of the app. */
export function readReferredCluster(value: Value): ClusterFacts {
  const cluster = resourceIn(value, CLUSTER);
  if (cluster) return readCluster(cluster);
  return clusterFacts({}, value.isSet() === false ? 'the default cluster of the account is meant' : outside(value));
}

/** The Auto Scaling groups of the app that a service may have its tasks placed on. */
export function groupsOf(service: Resource): Fact<readonly Resource[]> {
  const onInstances = isOnInstances(service);
  if (onInstances !== true) return onInstances === false ? [] : onInstances;
  const strategy = strategyProviders(service);
  if (strategy instanceof Unknown) return strategy;
  if (strategy.length > 0) {
    const groups = strategy.map((provider) => provider && groupOf(provider));
    return groups.every((group) => group !== undefined) ? groups : new Unknown('a capacity provider is not in this app');
  }
  const cluster = resourceIn(service.properties.get('Cluster'), CLUSTER);
  if (!cluster) return new Unknown('the cluster is not in this app');
  return capacityOf(service.template.app).filter((group) => joinedBy(group).clusters.includes(cluster));
}

function readContainerInsights(settings: Value): Fact<ContainerInsights | undefined> {
  const items = settings.items();
  if (items instanceof Unknown) return items;
  const setting = items.find((item) => item.get('Name').text() === 'containerInsights');
  return setting?.get('Value').word('enabled', 'enhanced', 'disabled');
}

function readProviders(cluster: Resource): ClusterFacts['capacityProviders'] {
  const lists = [cluster, associationOf(cluster)].map((resource) => resource ? list(resource.properties.get('CapacityProviders'), namesOf) : []);
  const more = usedByUnreadParts(cluster.template.app).has(cluster) ? [new Unknown(MAYBE_EXTENDED)] : [];
  return lists.find((names) => names instanceof Unknown)
    ?? [...(lists as ReadonlyArray<readonly Fact<string>[][]>).flat(2), ...providersOnTheirOwn(cluster), ...more];
}

/** Providers of Managed Instances name their cluster, instead of the cluster them. */
function providersOnTheirOwn(cluster: Resource): Fact<string>[] {
  return cluster.template.app.ofType(PROVIDER)
    .filter((provider) => isOwnProvider(provider, cluster))
    .flatMap((provider) => {
      const name = provider.properties.get('Name').text();
      return typeof name === 'string' ? [keyOf(provider), name] : [keyOf(provider)];
    });
}

// One of Managed Instances without the name of a cluster is refused itself, whatever names it.
function isOwnProvider({ properties }: Resource, cluster: Resource): boolean {
  const name = properties.get('ClusterName');
  return name.isSet() === false ? properties.get('ManagedInstancesProvider').isSet() === true : namesCluster(name, cluster);
}

function namesCluster(name: Value, cluster: Resource): boolean {
  if (resourceIn(name, CLUSTER) === cluster) return true;
  const text = name.text();
  return typeof text === 'string' && text === cluster.properties.get('ClusterName').text();
}

/** Its key, and its name where the template has one. */
function namesOf(value: Value): Fact<string>[] {
  const name = resourceIn(value, PROVIDER)?.properties.get('Name').text();
  return typeof name === 'string' ? [identity(value), name] : [identity(value)];
}

function readHasInstances(cluster: Resource): Fact<boolean> {
  const { joined, names, unclear } = told(cluster.template.app);
  if (joined.has(cluster)) return true;
  const name = cluster.properties.get('ClusterName').text();
  if (names.size > 0 && name !== undefined) return name instanceof Unknown ? name : names.has(name) || (unclear ?? false);
  return unclear ?? false;
}

const told = memoize((app: App) => {
  const all = capacityOf(app).map(joinedBy);
  // Instances of another kind than those of an Auto Scaling group may join too.
  const others = app.ofType('AWS::EC2::Instance', 'AWS::EC2::SpotFleet', 'AWS::EC2::EC2Fleet').length > 0
    ? new Unknown('instances of this app may join the cluster by themselves')
    : undefined;
  return {
    joined: new Set(all.flatMap(({ clusters }) => clusters)),
    names: new Set(all.flatMap(({ names }) => names)),
    unclear: all.map(({ unclear }) => unclear).find((one) => one) ?? others,
  };
});

const servicesOnInstances = memoize((app: App) => {
  const found = new Map<Resource, Resource[]>();
  for (const service of app.ofType('AWS::ECS::Service')) {
    const cluster = resourceIn(service.properties.get('Cluster'), CLUSTER);
    if (!cluster || isOnInstances(service) !== true) continue;
    const services = found.get(cluster);
    if (services) services.push(service);
    else found.set(cluster, [service]);
  }
  return found;
});

/** True if the launch type or the strategy requires instances of Auto Scaling groups. */
function isOnInstances(service: Resource): Fact<boolean> {
  const launchType = service.properties.get('LaunchType').text();
  if (launchType !== undefined) return launchType instanceof Unknown ? launchType : launchType === 'EC2';
  const onFargate = serviceOnFargate(service);
  if (onFargate !== false) return onFargate instanceof Unknown ? onFargate : false;
  const providers = strategyProviders(service);
  if (providers instanceof Unknown) return providers;
  const unclear = providers.includes(undefined);
  return unclear ? new Unknown('a capacity provider is not in this app') : providers.every((provider) => provider && isOfGroup(provider));
}

function isOfGroup(provider: Resource): boolean {
  return provider.properties.get('AutoScalingGroupProvider').isSet() === true;
}

/** The providers of the strategy that counts for a service, each when the app has it. */
function strategyProviders(service: Resource): Fact<readonly (Resource | undefined)[]> {
  const strategy = serviceStrategy(service);
  if (strategy instanceof Unknown) return strategy;
  const byKey = providersByKey(service.template.app);
  return strategy.map(({ provider }) => provider instanceof Unknown ? undefined : byKey.get(provider));
}

const providersByKey = memoize((app: App) => new Map(app.ofType(PROVIDER).flatMap((provider) => {
  const name = provider.properties.get('Name').text();
  return [[keyOf(provider), provider] as const, ...(typeof name === 'string' ? [[name, provider] as const] : [])];
})));
