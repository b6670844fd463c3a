import { known } from '../../facts/fact';
import type { NetworkFacts } from '../../facts/network';
import type { LatticeGroupFacts } from '../../facts/service';
import { all, defineGotcha, each, type Result } from '../definition';
import { andOthers } from '../naming';

export const netLatticeGroupType = defineGotcha({
  id: 'net-lattice-group-type',
  title: 'A target group of VPC Lattice of a type that tasks can\'t be in',
  consequence: 'rejected',
  symptom: 'Creating the service fails with an `InvalidParameterException` about the target group, or no target is registered.',
  why: 'ECS registers tasks in VPC Lattice by their addresses: a target group of instances, functions or load balancers takes none, and one of IPv4 takes none of IPv6.',
  rule: 'Target groups of `vpcLatticeConfigurations` have the type `IP`. In subnets with IPv6 alone their `ipAddressType` is `IPV6`, in subnets without IPv6 it is `IPV4`, the default.',
  fix: 'create the target group with the type IP',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-lattice-resources-for-blue-green.html',
  levels: ['synth'],
  designedOut: '`LatticeIngress` creates a target group of the type IP.',
  subject: 'service',
  needs: ['latticeGroups'],
  reads: ['network'],
  check: ({ latticeGroups, network }) => each(latticeGroups, (group) => all(
    () => known(group.targetType) === 'IP' ? [] : [{
      property: 'vpcLatticeConfigurations', detail: `targetGroup (${group.name}) has the type ${known(group.targetType)}, and tasks are targets by their IP addresses`,
    }],
    () => known(group.targetType) === 'IP' ? addresses(group, known(network)) : [],
  )),
});

function addresses({ name, addressType }: LatticeGroupFacts, network: NetworkFacts | undefined): readonly Result[] {
  if (network === undefined) return [];
  const isIpv6 = known(addressType) === 'IPV6';
  const misfit: string[] = [];
  const open = each(known(network.subnets), (subnet) => {
    const has = isIpv6 ? known(subnet.hasIpv6) : known(subnet.addresses) !== undefined;
    if (!has) misfit.push(known(subnet.id));
    return [];
  });
  return misfit.length === 0 ? open : [{
    property: 'vpcLatticeConfigurations',
    detail: `targetGroup (${name}) is for ${isIpv6 ? 'IPv6' : 'IPv4'}, which tasks in ${andOthers(misfit)} don't have`,
    fix: `create the target group with ipAddressType ${isIpv6 ? 'IPV4' : 'IPV6'}`,
    consequence: 'never-works',
  }, ...open];
}
