import { pushTo, type App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { identity, keyOf, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { NeighbourFacts, NeighbourKind } from '../../facts/vpc-membership';

const SUBNET = 'AWS::EC2::Subnet';
const SECURITY_GROUP = 'AWS::EC2::SecurityGroup';
const TARGET_GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const IN_VPC: ReadonlySet<string> = new Set([SUBNET, SECURITY_GROUP, TARGET_GROUP]);

/** The VPC in which EC2 creates a security group that names none. */
const DEFAULT_VPC = 'the default VPC';

/** Security groups and subnets of a load balancer, of instances or of an endpoint. */
export function readNeighbours(subnets: readonly Value[], securityGroups: Value | undefined): Fact<readonly NeighbourFacts[]> {
  const home = homeOf(subnets);
  return [...neighbours('subnet', subnets, home), ...neighbours('security group', securityGroups ? values(securityGroups) : [], home)];
}

/** Security groups and subnets of an endpoint of a VPC. */
export function readEndpointNeighbours({ properties }: Resource, vpc: Resource): readonly NeighbourFacts[] {
  const home = keyOf(vpc);
  return [
    ...neighbours('subnet', values(properties.get('SubnetIds')), home),
    ...neighbours('security group', values(properties.get('SecurityGroupIds')), home),
  ];
}

const PEERINGS = ['AWS::EC2::VPCPeeringConnection', 'AWS::EC2::TransitGatewayAttachment', 'AWS::EC2::TransitGatewayVpcAttachment'];

/** Security groups that rules of the groups of a VPC name, where nothing of the app connects VPCs. */
export function readRuleNeighbours(vpc: Resource): readonly NeighbourFacts[] {
  const { app } = vpc.template;
  if (app.ofType(...PEERINGS).length > 0) return [];
  return neighbours('security group of a rule', namedInRules(app).get(keyOf(vpc)) ?? [], keyOf(vpc));
}

const namedInRules = memoize((app: App) => {
  const found = new Map<string, Value[]>();
  const add = (group: Fact<string>, rule: Value) => {
    const named = [rule.get('SourceSecurityGroupId'), rule.get('DestinationSecurityGroupId')].filter((value) => resourceIn(value, SECURITY_GROUP));
    if (typeof group === 'string') for (const value of named) pushTo(found, group, value);
  };
  for (const group of app.ofType(SECURITY_GROUP)) {
    const rules = [group.properties.get('SecurityGroupIngress'), group.properties.get('SecurityGroupEgress')].flatMap(values);
    for (const rule of rules) add(vpcOfResource(group), rule);
  }
  for (const { properties } of app.ofType('AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress')) add(vpcOf(properties.get('GroupId')), properties);
  return found;
});

/** Resources that have to be in the VPC of some subnets, each with whether it is. */
export function neighbours(kind: NeighbourKind, all: readonly Value[], home: Fact<string>): readonly NeighbourFacts[] {
  return all.map((value) => {
    const isElsewhere = differ(vpcOf(value), home);
    return { kind, name: nameOf(value), isElsewhere: isElsewhere === true && kind.startsWith('security group') ? isApart(value, home) : isElsewhere };
  });
}

/** False if the app associates a security group with the VPC, beside the one in which it was created. */
function isApart(value: Value, home: Fact<string>): Fact<boolean> {
  const group = resourceIn(value, SECURITY_GROUP);
  const places = group ? associatedVpcs(group.template.app).get(group) ?? [] : [];
  return !places.includes(home) && (places.find((place) => place instanceof Unknown) ?? true);
}

const associatedVpcs = memoize((app: App) => {
  const found = new Map<Resource, Fact<string>[]>();
  for (const { properties } of app.ofType('AWS::EC2::SecurityGroupVpcAssociation')) {
    const group = resourceIn(properties.get('GroupId'), SECURITY_GROUP);
    if (group) pushTo(found, group, identity(properties.get('VpcId')));
  }
  return found;
});

/** The VPC of the first subnet: where the others differ from it, one of the two is wrong. */
export function homeOf(subnets: readonly Value[]): Fact<string> {
  return subnets.length === 0 ? new Unknown('the subnets are not in this app') : vpcOf(subnets[0]);
}

/** The VPC of a subnet, a security group or a target group. */
export function vpcOf(value: Value): Fact<string> {
  const resource = value.resource();
  if (resource instanceof Unknown) return resource;
  return resource && IN_VPC.has(resource.type) ? vpcOfResource(resource) : new Unknown('it is a resource of another kind');
}

const vpcOfResource = memoize(({ type, properties }: Resource): Fact<string> => {
  const vpc = properties.get('VpcId');
  return type === SECURITY_GROUP && vpc.isSet() === false ? DEFAULT_VPC : identity(vpc);
});

// The id of a VPC may be that of the default one, and a VPC of the app never is.
export function differ(one: Fact<string>, other: Fact<string>): Fact<boolean> {
  if (one instanceof Unknown) return one;
  if (other instanceof Unknown) return other;
  if (one === other) return false;
  const isOpen = [one, other].includes(DEFAULT_VPC) && ![one, other].some((vpc) => vpc.includes('#'));
  return isOpen ? new Unknown('whether it is the default VPC is known when the stack is deployed') : true;
}

function nameOf(value: Value): string {
  return resourceIn(value, SUBNET, SECURITY_GROUP, TARGET_GROUP)?.logicalId ?? 'outside of this app';
}

/** The items of a list, none where it is unknown. */
export function values(list: Value): readonly Value[] {
  const items = list.items();
  return items instanceof Unknown ? [] : items;
}
