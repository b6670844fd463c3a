import { known } from '../../facts/fact';
import { all, defineGotcha, each } from '../definition';
import { andOthers } from '../naming';

export const netBalancerAddresses = defineGotcha({
  id: 'net-balancer-addresses',
  title: 'A load balancer whose subnets do not have the addresses that it needs',
  consequence: 'rejected',
  symptom: '`You must specify subnets with an associated IPv6 CIDR block`, `You must specify either subnets or subnet mappings`, or an `InvalidConfigurationRequest` about addresses.',
  why: 'A load balancer has an address in each of its subnets. Elastic Load Balancing refuses one with IPv6 in a subnet without a block of IPv6, Elastic IP addresses where it sets the addresses itself, and subnets that are named twice.',
  rule: 'A load balancer names its subnets either in `Subnets` or in `SubnetMappings`. With `IpAddressType: dualstack` each has a block of IPv6. Elastic IP addresses are for an internet-facing Network Load Balancer.',
  fix: 'name the subnets once, with the addresses that the load balancer needs',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html',
  levels: ['synth'],
  avoidedBy: 'Ingresses name the subnets of their load balancers once.',
  subject: 'balancer',
  needs: ['type'],
  reads: ['placement', 'addressType', 'subnets', 'internetFacing'],
  check: ({ type, placement, addressType, subnets, internetFacing }) => all(
    () => known(placement.namesSubnets) && known(placement.namesMappings) ? [{ property: 'subnetMappings', detail: 'subnetMappings (set, beside subnets) name the subnets twice', fix: 'remove subnets' }] : [],
    () => !known(placement.namesSubnets) && !known(placement.namesMappings) ? [{ property: 'subnets', detail: 'subnets (none) leave the load balancer without a place', fix: 'set subnets in two zones or more' }] : [],
    () => {
      if (!known(addressType).startsWith('dualstack')) return [];
      const without: string[] = [];
      const open = each(known(subnets), ({ id, hasIpv6 }) => {
        if (!known(hasIpv6)) without.push(known(id));
        return [];
      });
      return without.length === 0 ? open : [{
        property: 'ipAddressType',
        detail: `ipAddressType (${known(addressType)}) needs IPv6 in ${andOthers(without)}, which have no block of it`,
        fix: 'set a block of IPv6 on the subnets (Ipv6CidrBlock), or ipv4 as the ipAddressType',
      }];
    },
    () => {
      if (!known(placement.hasElasticIps)) return [];
      const is = type === 'network' ? known(internetFacing) ? undefined : 'an internal load balancer' : `the ${type} load balancer`;
      return is === undefined ? [] : [{ property: 'subnetMappings', detail: `subnetMappings (with AllocationId) are not for ${is}`, fix: 'leave AllocationId out' }];
    },
  ),
});
