import { known } from '../../facts/fact';
import type { NeighbourFacts, NeighbourKind } from '../../facts/vpc-membership';
import { defineGotcha, each, type Finding } from '../definition';

export const netOtherVpc = defineGotcha({
  id: 'net-other-vpc',
  title: 'Parts of a service are in different VPCs',
  consequence: 'rejected',
  symptom: '`Security group … and subnet … belong to different networks`, `One or more security groups are invalid`, or targets that are never registered.',
  why: 'A target group and a load balancer belong to one VPC, and work with subnets of that VPC alone; a security group too, unless it is associated with other VPCs. Without `VpcId` it is created in the default VPC.',
  rule: 'The security groups and subnets of a service, of a load balancer, of instances and of endpoints are in one VPC, the target groups of the service and their load balancers too. A rule of a security group names one of its own VPC, unless the app connects the VPCs. '
    + 'A private namespace of Cloud Map, or a target group of VPC Lattice, in another VPC is a warning.',
  fix: 'create all of them in the VPC of the subnets',
  docsUrl: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
  levels: ['synth'],
  avoidedBy: 'Services, ingresses and `Ec2Capacity` create what they need in the VPC of the cluster; what exists is yours.',
  subject: 'service',
  alsoOn: ['balancer', 'capacity', 'capacityProvider', 'expressService', 'vpc'],
  needs: ['neighbours'],
  check: ({ neighbours }) => {
    const found: NeighbourFacts[] = [];
    const open = each(neighbours, (neighbour) => {
      if (known(neighbour.isElsewhere)) found.push(neighbour);
      return [];
    });
    const kinds = [...new Set(found.map(({ kind }) => kind))];
    return [...kinds.map((kind) => finding(kind, found.filter((one) => one.kind === kind))), ...open];
  },
});

const PROPERTY: Readonly<Record<NeighbourKind, string>> = {
  'subnet': 'subnets',
  'security group': 'securityGroups',
  'security group of a rule': 'sourceSecurityGroupId',
  'target group': 'loadBalancers',
  'load balancer': 'loadBalancers',
  'target group of VPC Lattice': 'vpcLatticeConfigurations',
  'namespace': 'serviceRegistries',
};

const MORE: Readonly<Partial<Record<NeighbourKind, Partial<Finding>>>> = {
  'target group': { consequence: 'never-works' },
  'security group of a rule': { fix: 'allow addresses of the other VPC, or connect the VPCs by peering' },
  'target group of VPC Lattice': { consequence: 'misbehaves' },
  'namespace': { consequence: 'risk', fix: 'create the namespace in the VPC of the tasks, or associate its hosted zone with that VPC too' },
};

function finding(kind: NeighbourKind, found: readonly NeighbourFacts[]): Finding {
  const property = PROPERTY[kind];
  const names = found.map(({ name }) => name).join(', ');
  const than = kind === 'security group of a rule' ? 'the group of the rule' : kind === 'load balancer' ? 'the target group' : kind === 'subnet' ? 'the first subnet' : 'the subnets';
  return { property, detail: `${property} (${names}) ${found.length === 1 ? 'is' : 'are'} in another VPC than ${than}`, ...MORE[kind] };
}
