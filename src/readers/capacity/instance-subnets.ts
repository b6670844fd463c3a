import { capacityOf, joinedBy } from './capacity';
import { serviceOnFargate } from './compute';
import { readReferredSubnet } from '../network/networks';
import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { list, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { SubnetFacts } from '../../facts/network';

/** The subnets of the instances that a service runs on: of the groups in its strategy, or of those that join its cluster. */
export function readInstanceSubnets(service: Resource): Fact<readonly SubnetFacts[]> {
  const onFargate = serviceOnFargate(service);
  if (onFargate !== false) return onFargate instanceof Unknown ? onFargate : [];
  const strategy = service.properties.get('CapacityProviderStrategy').items();
  if (strategy instanceof Unknown) return strategy;
  const cluster = resourceIn(service.properties.get('Cluster'), 'AWS::ECS::Cluster');
  const groups = strategy.length > 0 ? strategy.map(groupOf) : cluster ? groupsByCluster(service.template.app).get(cluster) ?? [] : [];
  if (groups.length === 0 || groups.includes(undefined)) return new Unknown('the instances are not in this app');
  const subnets = groups.map((group) => list(group!.properties.get('VPCZoneIdentifier'), readReferredSubnet));
  return subnets.find((facts) => facts instanceof Unknown) ?? (subnets as readonly (readonly SubnetFacts[])[]).flat();
}

function groupOf(item: Value): Resource | undefined {
  const provider = resourceIn(item.get('CapacityProvider'), 'AWS::ECS::CapacityProvider');
  return provider && resourceIn(provider.properties.at('AutoScalingGroupProvider', 'AutoScalingGroupArn'), 'AWS::AutoScaling::AutoScalingGroup');
}

const groupsByCluster = memoize((app: App) => {
  const found = new Map<Resource, Resource[]>();
  for (const group of capacityOf(app)) {
    for (const cluster of joinedBy(group).clusters) found.set(cluster, found.get(cluster) ?? []).get(cluster)!.push(group);
  }
  return found;
});
