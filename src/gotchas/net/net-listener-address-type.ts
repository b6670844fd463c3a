import type { BalancerFacts } from '../../facts/balancer';
import { known } from '../../facts/fact';
import type { ForwardedFacts } from '../../facts/listener';
import { all, defineGotcha, each, type Finding } from '../definition';

export const netListenerAddressType = defineGotcha({
  id: 'net-listener-address-type',
  title: 'A listener between IPv4 and IPv6 that Elastic Load Balancing refuses',
  consequence: 'rejected',
  symptom: 'Creating the listener fails with a `ValidationError` about the IP address type.',
  why: 'A load balancer sends to IPv6 targets only if it has addresses of both kinds, and one with both sends UDP to IPv6 targets alone, with a prefix of IPv6 as its source. QUIC is for IPv4 alone.',
  rule: 'A target group with `ipAddressType` ipv6 is behind a load balancer with a dualstack type. A listener over `UDP` or `TCP_UDP` of a dualstack Network Load Balancer forwards to IPv6 target groups, and its load balancer has `enablePrefixForIpv6SourceNat` on. A listener over `QUIC` or `TCP_QUIC` is of a load balancer with the type ipv4.',
  fix: 'set the ipAddressType of the load balancer to dualstack',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/create-listener.html',
  levels: ['synth'],
  avoidedBy: 'An ingress creates load balancer and target groups for IPv4; an existing listener is yours.',
  subject: 'listener',
  needs: [],
  reads: ['balancer', 'forwarded', 'protocol'],
  check: ({ balancer, forwarded, protocol }) => all(
    () => each(known(forwarded), (group) => ofGroup(group, balancer)),
    () => overUdp(known(protocol), balancer, () => known(forwarded)),
    () => ['QUIC', 'TCP_QUIC'].includes(known(protocol) ?? '') && isDual(balancer) ? [{
      property: 'protocol', detail: `protocol (${known(protocol)}) is not for a load balancer with the type ${known(balancer.addressType)}`, fix: 'set the ipAddressType of the load balancer to ipv4',
    }] : [],
  ),
});

function isDual({ addressType }: BalancerFacts): boolean {
  return known(addressType).startsWith('dualstack');
}

function ofGroup({ name, addressType }: ForwardedFacts, balancer: BalancerFacts): readonly Finding[] {
  return known(addressType) !== 'ipv6' || isDual(balancer) ? [] : [{
    property: 'defaultActions', detail: `ipAddressType (ipv6) of the target group ${name} is not for a load balancer with the type ${known(balancer.addressType)}`,
  }];
}

function overUdp(protocol: string | undefined, balancer: BalancerFacts, groups: () => readonly ForwardedFacts[]): readonly Finding[] {
  if (protocol === undefined || !['UDP', 'TCP_UDP'].includes(protocol) || !isDual(balancer)) return [];
  return all(
    () => known(balancer.hasIpv6SourcePrefix) ? [] : [{
      property: 'protocol',
      detail: `protocol (${protocol}) of a dualstack load balancer needs enablePrefixForIpv6SourceNat, which is off`,
      fix: 'set enablePrefixForIpv6SourceNat of the load balancer to on',
    }],
    () => each(groups(), ({ name, addressType }) => known(addressType) === 'ipv6' ? [] : [{
      property: 'defaultActions', detail: `ipAddressType (ipv4) of the target group ${name} is not for ${protocol} of a dualstack load balancer`, fix: 'set the ipAddressType of the target group to ipv6',
    }]),
  ) as readonly Finding[];
}
