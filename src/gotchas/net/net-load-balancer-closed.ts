import { known } from '../../facts/fact';
import type { IngressFacts } from '../../facts/security-group';
import { all, defineGotcha } from '../definition';
import { andOthers } from '../naming';

export const netLoadBalancerClosed = defineGotcha({
  id: 'net-load-balancer-closed',
  title: 'A load balancer that no client reaches',
  consequence: 'risk',
  symptom: 'Every request times out, while the targets are healthy.',
  why: 'A security group allows only what its rules allow. Health checks do not pass it, so the targets are healthy while no client gets a connection. Another app may add a rule. '
    + 'An internet-facing load balancer answers through the routes of its subnets, which lead to no client without an internet gateway.',
  rule: 'The security groups of an Application or Network Load Balancer have a rule for the port of a listener, if the app has all of them. One of the subnets of an internet-facing load balancer '
    + 'has a route to an internet gateway, without which no client reaches it (an error).',
  fix: 'allow the port to the callers in the security group of the load balancer: allowFrom of the ingress, or connections.allowFrom of the load balancer',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html',
  levels: ['synth'],
  subject: 'balancer',
  needs: ['type'],
  reads: ['securityGroups', 'listenerPorts', 'internetFacing', 'subnets'],
  check: ({ type, securityGroups, listenerPorts, internetFacing, subnets }) => type === 'gateway' ? [] : all(
    () => {
      // A Network Load Balancer without a group takes all traffic, an Application Load Balancer has the default group of the VPC.
      const groups = known(securityGroups);
      const rules = groups.flatMap(({ ingress }) => known(ingress));
      if (groups.length === 0) return [];
      if (rules.length === 0) return [{ property: 'allowFrom', detail: `securityGroups (${groups.length}) of the load balancer allow no client` }];
      const ports = known(listenerPorts).map(known);
      // A listener may be of a protocol that a rule of its own allows.
      if (ports.length === 0 || ports.some((port) => rules.some((rule) => isFor(rule, port)))) return [];
      return [{ property: 'allowFrom', detail: `securityGroups (${groups.length}) of the load balancer allow no client to port ${ports.join(' or ')}` }];
    },
    () => {
      if (!known(internetFacing)) return [];
      const ways = known(subnets).map(({ egress }) => known(egress));
      if (ways.length === 0 || ways.some((way) => way !== 'nat' && way !== 'none')) return [];
      return [{
        property: 'subnets',
        detail: `subnets (${andOthers(known(subnets).map(({ id }) => known(id)))}) of an internet-facing load balancer have no route to an internet gateway`,
        consequence: 'never-works',
        fix: 'place the load balancer in public subnets, or make it internal',
      }];
    },
  ),
});

/** Returns true if a rule is for a port, by whichever protocol. */
function isFor({ firstPort, lastPort }: IngressFacts, port: number): boolean {
  const first = known(firstPort);
  return first === undefined || first === -1 || (first <= port && port <= (known(lastPort) ?? first));
}
