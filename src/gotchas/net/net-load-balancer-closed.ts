import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const netLoadBalancerClosed = defineGotcha({
  id: 'net-load-balancer-closed',
  title: 'A load balancer that allows no client',
  consequence: 'risk',
  symptom: 'Every request times out, while the targets are healthy.',
  why: 'A security group allows only what its rules allow. Health checks do not pass it, so the targets are healthy while no client gets a connection. Another app may add a rule.',
  rule: 'The security groups of an Application or Network Load Balancer have a rule for incoming traffic, if the app has all of them.',
  fix: 'allow the callers: allowFrom of the ingress, or connections.allowFrom of the load balancer',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html',
  levels: ['synth'],
  subject: 'balancer',
  needs: ['type', 'securityGroups'],
  check: ({ type, securityGroups }) => {
    // A Network Load Balancer without a group takes all traffic, an Application Load Balancer has the default group of the VPC.
    if (type === 'gateway' || securityGroups.length === 0) return [];
    const rules = securityGroups.flatMap(({ ingress }) => known(ingress));
    if (rules.length > 0) return [];
    return [{ property: 'allowFrom', detail: `securityGroups (${securityGroups.length}) of the load balancer allow no client` }];
  },
});
