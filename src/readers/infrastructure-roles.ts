import { readRole } from './roles';
import type { Value } from '../cloudformation/value';
import { Unknown, type Fact } from '../facts/fact';
import type { InfrastructurePurpose, InfrastructureRoleFacts } from '../facts/infrastructure-role';

/** The roles that ECS needs for what a service has beside its tasks, one for each place that asks for one. */
export function readInfrastructureRoles(service: Value): Fact<readonly InfrastructureRoleFacts[]> {
  const places = [
    placesIn(service.get('VolumeConfigurations'), 'EBS volumes', 'ManagedEBSVolume'),
    placesIn(service.get('LoadBalancers'), 'load balancers', 'AdvancedConfiguration'),
    placesIn(service.at('ServiceConnectConfiguration', 'Services'), 'Service Connect TLS', 'Tls'),
    placesIn(service.get('VpcLatticeConfigurations'), 'VPC Lattice'),
  ];
  return places.find((place) => place instanceof Unknown) ?? (places as ReadonlyArray<readonly InfrastructureRoleFacts[]>).flat();
}

function placesIn(list: Value, purpose: InfrastructurePurpose, ...path: readonly string[]): Fact<readonly InfrastructureRoleFacts[]> {
  const items = list.items();
  if (items instanceof Unknown) return items;
  const places = items.map((item) => item.at(...path));
  const unclear = places.map((place) => place.isSet()).find((isSet) => isSet instanceof Unknown);
  return unclear as Unknown | undefined
    ?? places.filter((place) => place.isSet() === true).map((place) => ({ purpose, role: readRole(place.get('RoleArn')) }));
}
