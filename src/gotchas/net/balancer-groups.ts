import type { Transport } from './admission';
import type { BalancerFacts } from '../../facts/balancer';
import { known, Unknown } from '../../facts/fact';
import type { SecurityGroupFacts } from '../../facts/security-group';

/** Protocols of target groups whose targets are connected to over TCP. */
export const OVER_TCP = ['HTTP', 'HTTPS', 'TCP', 'TLS', 'TCP_UDP', 'TCP_QUIC'];
const OVER_UDP = ['UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC'];

/** Protocols over which a load balancer connects to the targets of a group. */
export function transportsOf(protocol: string | undefined): readonly Transport[] {
  return [...OVER_TCP.includes(protocol ?? '') ? ['tcp' as const] : [], ...OVER_UDP.includes(protocol ?? '') ? ['udp' as const] : []];
}

/** Security groups from which a load balancer connects to its targets. */
export function groupsOf({ type, securityGroups }: BalancerFacts): readonly SecurityGroupFacts[] {
  const groups = known(securityGroups);
  if (groups.length === 0 && known(type) === 'application') known(new Unknown('the load balancer has the default security group of its VPC'));
  return groups;
}
