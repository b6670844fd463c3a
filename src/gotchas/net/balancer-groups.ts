import type { BalancerFacts } from '../../facts/balancer';
import { known, Unknown } from '../../facts/fact';
import type { SecurityGroupFacts } from '../../facts/security-group';

/** Protocols of target groups whose targets are connected to over TCP. */
export const OVER_TCP = ['HTTP', 'HTTPS', 'TCP', 'TLS', 'TCP_UDP'];

/** Security groups from which a load balancer connects to its targets. */
export function groupsOf({ type, securityGroups }: BalancerFacts): readonly SecurityGroupFacts[] {
  const groups = known(securityGroups);
  if (groups.length === 0 && known(type) === 'application') known(new Unknown('the load balancer has the default security group of its VPC'));
  return groups;
}
