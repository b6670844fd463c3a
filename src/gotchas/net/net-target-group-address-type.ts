import { known } from '../../facts/fact';
import type { NetworkFacts } from '../../facts/network';
import type { TargetGroupFacts } from '../../facts/target-group';
import { defineGotcha, each, type Result } from '../definition';
import { andOthers } from '../naming';

export const netTargetGroupAddressType = defineGotcha({
  id: 'net-target-group-address-type',
  title: 'Tasks without the addresses that their target group is for',
  consequence: 'never-works',
  symptom: 'No target is registered, the deployment never completes, and an event of the service reports that targets can\'t be registered.',
  why: 'ECS registers a task by one of its addresses, and a target group takes addresses of one kind: tasks in subnets with IPv6 alone have none for the default, which is IPv4.',
  rule: 'The `ipAddressType` of a target group of the type `ip` is ipv6 where a subnet of the service has no IPv4, and ipv4 where one has no IPv6.',
  fix: 'set the ipAddressType of the target group to that of the subnets',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
  levels: ['synth'],
  avoidedBy: 'An ingress creates its target group for IPv4; subnets and an existing target group are yours.',
  subject: 'service',
  needs: ['loadBalancers', 'network'],
  check: ({ loadBalancers, network }) => network === undefined ? [] : each(loadBalancers, ({ targetGroup, isClassic }) => (
    isClassic === true ? [] : misfits(targetGroup, network))),
});

function misfits(group: TargetGroupFacts, network: NetworkFacts): readonly Result[] {
  if (known(group.targetType) !== 'ip') return [];
  const isIpv6 = known(group.addressType) === 'ipv6';
  const without: string[] = [];
  const open = each(known(network.subnets), (subnet) => {
    if (isIpv6 ? !known(subnet.hasIpv6) : known(subnet.addresses) === undefined) without.push(known(subnet.id));
    return [];
  });
  return without.length === 0 ? open : [{
    property: 'loadBalancers',
    detail: `ipAddressType (${isIpv6 ? 'ipv6' : 'ipv4'}) of the target group is not for tasks in ${andOthers(without)}, which have no ${isIpv6 ? 'IPv6' : 'IPv4'}`,
    fix: `set the ipAddressType of the target group to ${isIpv6 ? 'ipv4' : 'ipv6'}`,
  }, ...open];
}
