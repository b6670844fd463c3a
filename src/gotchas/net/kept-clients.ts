import { covers } from './admission';
import { transportsOf } from './balancer-groups';
import type { BalancerFacts } from '../../facts/balancer';
import { known } from '../../facts/fact';
import type { SecurityGroupFacts } from '../../facts/security-group';
import type { TargetGroupFacts } from '../../facts/target-group';
import type { Finding } from '../definition';

/** Rules that admit a Network Load Balancer and its health checks, and not the clients whose addresses it keeps. */
export function clientsShut(
  groups: readonly SecurityGroupFacts[], balancer: BalancerFacts, { attributes, protocol }: TargetGroupFacts, port: number | undefined,
): readonly Finding[] {
  if (port === undefined || known(balancer.type) !== 'network' || !known(balancer.internetFacing) || known(balancer.securityGroups).length > 0) return [];
  const own = known(protocol);
  const isKept = own === 'UDP' || own === 'TCP_UDP' || known(known(attributes).get('preserve_client_ip.enabled')) === 'true';
  if (!isKept) return [];
  const all = groups.flatMap(({ ingress }) => known(ingress));
  const rules = all.filter((rule) => transportsOf(own).some((transport) => covers(rule, port, transport)));
  if (rules.length === 0 || !rules.every((rule) => rule.fromGroup === undefined && known(rule.fromPrivate))) return [];
  return [{
    property: 'securityGroups',
    detail: `containerPort (${port}) is open to private addresses alone, and the load balancer passes on the addresses of its clients on the internet`,
    consequence: 'misbehaves',
    fix: 'allow the addresses of the clients, or set preserve_client_ip.enabled to false on a target group for TCP',
  }];
}
