import { groupsOf } from './clusters';
import { balancersOf } from '../balancing/target-groups';
import { differ, homeOf, neighbours, values, vpcOf } from '../network/vpc-membership';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { identity, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { NeighbourFacts } from '../../facts/vpc-membership';

/** Resources that a service names beside its subnets, or those of its instances: they work in the VPC of these alone. */
export function readServiceNeighbours(service: Resource): Fact<readonly NeighbourFacts[]> {
  const { properties } = service;
  const awsvpc = properties.at('NetworkConfiguration', 'AwsvpcConfiguration');
  const own = values(awsvpc.get('Subnets'));
  const subnets = own.length > 0 ? own : instanceSubnets(service);
  const groups = values(properties.get('LoadBalancers')).map((item) => item.get('TargetGroupArn'));
  const home = homeOf(subnets);
  return [
    ...neighbours('subnet', own, home),
    ...neighbours('security group', values(awsvpc.get('SecurityGroups')), home),
    ...neighbours('target group', groups, home),
    ...groups.flatMap(readBalancersElsewhere),
    ...values(properties.get('VpcLatticeConfigurations')).flatMap((item) => readLatticeGroup(item.get('TargetGroupArn'), home)),
    ...values(properties.get('ServiceRegistries')).flatMap((item) => readNamespace(item.get('RegistryArn'), home)),
  ];
}

/** A load balancer sends to target groups of its own VPC alone. */
function readBalancersElsewhere(group: Value): readonly NeighbourFacts[] {
  const targetGroup = resourceIn(group, 'AWS::ElasticLoadBalancingV2::TargetGroup');
  return !targetGroup ? [] : balancersOf(targetGroup).map((balancer) => ({
    kind: 'load balancer', name: balancer.logicalId, isElsewhere: differ(homeOf(values(balancer.properties.get('Subnets'))), vpcOf(group)),
  }));
}

/** VPC Lattice takes targets from the VPC of their target group alone. */
function readLatticeGroup(value: Value, home: Fact<string>): readonly NeighbourFacts[] {
  const group = resourceIn(value, 'AWS::VpcLattice::TargetGroup');
  return !group ? [] : [{
    kind: 'target group of VPC Lattice', name: group.logicalId, isElsewhere: differ(identity(group.properties.at('Config', 'VpcIdentifier')), home),
  }];
}

/** Names of a private namespace resolve in its VPC alone. */
function readNamespace(registry: Value, home: Fact<string>): readonly NeighbourFacts[] {
  const service = resourceIn(registry, 'AWS::ServiceDiscovery::Service');
  if (!service) return [];
  const namespace = [service.properties.get('NamespaceId'), service.properties.at('DnsConfig', 'NamespaceId')]
    .map((value) => resourceIn(value, 'AWS::ServiceDiscovery::PrivateDnsNamespace')).find((found) => found !== undefined);
  return !namespace ? [] : [{ kind: 'namespace', name: namespace.logicalId, isElsewhere: differ(identity(namespace.properties.get('Vpc')), home) }];
}

function instanceSubnets(service: Resource): readonly Value[] {
  const groups = groupsOf(service);
  return groups instanceof Unknown ? [] : groups.flatMap(({ properties }) => values(properties.get('VPCZoneIdentifier')));
}
