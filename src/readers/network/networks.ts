import { readAclRules } from './network-acls';
import { readReferredSecurityGroup } from './security-groups';
import { readStatements } from '../permissions/statements';
import type { App } from '../../cloudformation/app';
import { argumentOf, intrinsic } from '../../cloudformation/intrinsic';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import { MAYBE_EXTENDED, usedByUnreadParts } from '../../cloudformation/unread-parts';
import type { Value } from '../../cloudformation/value';
import { identity, list, orDefault, outside, required, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import { subnetFacts, type EndpointFacts, type Egress, type NetworkFacts, type SubnetFacts } from '../../facts/network';

/** The awsvpc configuration of a service, or of a target of an event rule, which spells it in another way. */
export function readNetwork(configuration: Value): NetworkFacts {
  const ofRule = configuration.get('AwsVpcConfiguration');
  const awsvpc = ofRule.json === undefined ? configuration.get('AwsvpcConfiguration') : ofRule;
  const publicIp = awsvpc.get('AssignPublicIp').word('ENABLED', 'DISABLED');
  return {
    subnets: list(awsvpc.get('Subnets'), readReferredSubnet),
    securityGroups: list(awsvpc.get('SecurityGroups'), readReferredSecurityGroup),
    assignPublicIp: publicIp instanceof Unknown ? publicIp : publicIp === 'ENABLED',
  };
}

/** The subnet a value refers to; facts that are unknown when it isn't one of the app. */
export function readReferredSubnet(value: Value): SubnetFacts {
  const subnet = resourceIn(value, 'AWS::EC2::Subnet');
  return subnet ? readSubnet(subnet) : subnetFacts({ id: identity(value) }, outside(value));
}

const readSubnet = memoize((subnet: Resource): SubnetFacts => ({
  id: subnet.logicalId,
  vpc: identity(subnet.properties.get('VpcId')),
  availabilityZone: subnet.properties.get('AvailabilityZone').text(),
  zone: readZone(subnet.properties.get('AvailabilityZone')),
  onOutpost: subnet.properties.get('OutpostArn').isSet(),
  addresses: readAddresses(subnet),
  egress: readEgress(subnet),
  cutNats: routesOf(subnet).flatMap(cutNat),
  hasIpv6: readHasIpv6(subnet),
  leadsOutOverIpv6: readWayOverIpv6(subnet),
  aclRules: readAclRules(subnet),
  endpoints: readEndpoints(subnet),
  endpointPolicies: readEndpointPolicies(subnet),
  interfaceEndpoints: readInterfaceEndpoints(subnet),
}));

// Stacks for any environment name a zone by its place among those of the region.
function readZone(value: Value): Fact<string> {
  const name = required(value.text());
  const argument = argumentOf(value.json);
  const [place, zones] = intrinsic(value.json) === 'Fn::Select' && Array.isArray(argument) ? argument as unknown[] : [];
  return name instanceof Unknown && intrinsic(zones) === 'Fn::GetAZs' ? `zone ${String(place)}` : name;
}

// EC2 keeps five of each subnet for itself.
function readAddresses({ properties }: Resource): Fact<number | undefined> {
  const block = properties.get('CidrBlock').text();
  if (block instanceof Unknown) return block;
  const bits = block === undefined ? properties.get('Ipv4NetmaskLength').number() : Number(block.split('/')[1]);
  if (typeof bits !== 'number') return bits;
  return Number.isInteger(bits) ? 2 ** (32 - bits) - 5 : new Unknown('the block of the subnet is not written as address/bits');
}

function readEgress(subnet: Resource): Fact<Egress> {
  const { tables, routes } = routing(subnet.template.app);
  const table = tables.get(subnet);
  // Without an association the main route table counts, which no template shows.
  if (table === undefined) return new Unknown(NO_TABLE);
  const isIpv6Only = subnet.properties.get('Ipv6Native').flag() === true;
  const egresses = (routes.get(table) ?? []).map((route) => egressOf(route, isIpv6Only)).filter((egress) => egress !== 'none');
  return egresses.find((egress) => !(egress instanceof Unknown)) ?? egresses[0] ?? (usedByUnreadParts(subnet.template.app).has(table) ? new Unknown(MAYBE_EXTENDED) : 'none');
}

/** The routes of the app in the route table of a subnet. */
export function routesOf(subnet: Resource): readonly Resource[] {
  const { tables, routes } = routing(subnet.template.app);
  const table = tables.get(subnet);
  return table ? routes.get(table) ?? [] : [];
}

/** A public NAT gateway whose own subnet surely has no route to an internet gateway. */
function cutNat({ properties }: Resource): readonly string[] {
  const nat = resourceIn(properties.get('NatGatewayId'), 'AWS::EC2::NatGateway');
  const subnet = nat && resourceIn(nat.properties.get('SubnetId'), 'AWS::EC2::Subnet');
  if (!subnet || orDefault(nat.properties.get('ConnectivityType').text(), 'public') !== 'public') return [];
  const { app } = subnet.template;
  const table = routing(app).tables.get(subnet);
  const hasGateway = routesOf(subnet).some((route) => route.properties.get('GatewayId').isSet() !== false);
  return table && !hasGateway && !usedByUnreadParts(app).has(table) ? [nat.logicalId] : [];
}

const NO_TABLE = 'no route table of this app is associated with the subnet';

function egressOf(route: Resource, isIpv6Only: boolean): Fact<Egress> {
  const { properties } = route;
  const ipv6 = properties.get('DestinationIpv6CidrBlock');
  const lists = properties.get('DestinationPrefixListId').isSet();
  if (lists === true || ipv6.text() === '::/0') return 'none';
  // A narrower route may lead to where an endpoint or a proxy is, or to IPv4 through NAT64: then nothing is sure.
  if (ipv6.isSet() !== false) return new Unknown('a route leads somewhere else');
  if (isIpv6Only) return 'none';
  if (properties.get('DestinationCidrBlock').text() !== '0.0.0.0/0') return new Unknown('a route leads somewhere else');
  if (properties.get('NatGatewayId').isSet() === true) return cutNat(route).length > 0 ? 'none' : 'nat';
  const gateway = properties.get('GatewayId');
  return gateway.isSet() === false ? 'other' : kindOfGateway(gateway);
}

// An internet gateway needs public addresses behind it, and another kind of gateway does not.
function kindOfGateway(gateway: Value): Fact<Egress> {
  if (resourceIn(gateway, 'AWS::EC2::InternetGateway')) return 'internet-gateway';
  const id = gateway.text();
  if (typeof id === 'string') return id.startsWith('igw-') ? 'internet-gateway' : 'other';
  return resourceIn(gateway, 'AWS::EC2::VPNGateway', 'AWS::EC2::CarrierGateway') ? 'other' : new Unknown('the kind of a gateway is known when the stack is deployed');
}

function readHasIpv6(subnet: Resource): Fact<boolean> {
  const { app } = subnet.template;
  const block = subnet.properties.get('Ipv6CidrBlock').isSet();
  const pool = subnet.properties.get('Ipv6IpamPoolId').isSet();
  if (block !== false || pool !== false || subnetsWithBlocks(app).has(subnet)) return true;
  return usedByUnreadParts(app).has(subnet) ? new Unknown(MAYBE_EXTENDED) : false;
}

function readWayOverIpv6(subnet: Resource): Fact<boolean> {
  const { app } = subnet.template;
  const hasIpv6 = readHasIpv6(subnet);
  if (hasIpv6 !== true) return hasIpv6;
  const { tables, routes } = routing(app);
  const table = tables.get(subnet);
  if (table === undefined) return new Unknown(NO_TABLE);
  const ways = (routes.get(table) ?? []).map(({ properties }) => properties.get('DestinationIpv6CidrBlock').text());
  if (ways.includes('::/0')) return true;
  return ways.find((way) => way !== undefined) === undefined && !usedByUnreadParts(app).has(table) ? false : new Unknown('a route leads somewhere else');
}

/** Subnets whose block of IPv6 addresses is a resource of its own. */
const subnetsWithBlocks = memoize((app: App): ReadonlySet<Resource | undefined> => new Set(app.ofType('AWS::EC2::SubnetCidrBlock')
  .map(({ properties }) => resourceIn(properties.get('SubnetId'), 'AWS::EC2::Subnet'))));

const routing = memoize((app: App) => {
  const tables = new Map<Resource, Resource>();
  const routes = new Map<Resource, Resource[]>();
  for (const { properties } of app.ofType('AWS::EC2::SubnetRouteTableAssociation')) {
    const subnet = resourceIn(properties.get('SubnetId'), 'AWS::EC2::Subnet');
    const table = resourceIn(properties.get('RouteTableId'), 'AWS::EC2::RouteTable');
    if (subnet && table) tables.set(subnet, table);
  }
  for (const route of app.ofType('AWS::EC2::Route')) {
    const table = resourceIn(route.properties.get('RouteTableId'), 'AWS::EC2::RouteTable');
    if (table) routes.set(table, [...(routes.get(table) ?? []), route]);
  }
  return { tables, routes };
});

function readEndpoints(subnet: Resource): Fact<readonly string[]> {
  const vpc = resourceIn(subnet.properties.get('VpcId'), 'AWS::EC2::VPC');
  if (!vpc) return new Unknown('the VPC is not in this app');
  const names = (endpointsByVpc(vpc.template.app).get(vpc) ?? [])
    .filter((endpoint) => serves(endpoint, subnet))
    .map(({ properties }) => endpointName(properties.get('ServiceName')));
  const unknown = names.find((name) => name instanceof Unknown);
  if (unknown) return unknown;
  return usedByUnreadParts(vpc.template.app).has(vpc) ? new Unknown(MAYBE_EXTENDED) : names as readonly string[];
}

function readEndpointPolicies(subnet: Resource): SubnetFacts['endpointPolicies'] {
  const vpc = resourceIn(subnet.properties.get('VpcId'), 'AWS::EC2::VPC');
  if (!vpc) return new Unknown('the VPC is not in this app');
  return endpointsOf(vpc)
    .filter((endpoint) => serves(endpoint, subnet) && endpoint.properties.get('PolicyDocument').isSet() !== false)
    .map(({ logicalId, properties }) => ({
      name: logicalId, service: endpointName(properties.get('ServiceName')), statements: readStatements(properties.get('PolicyDocument')),
    }));
}

function readInterfaceEndpoints(subnet: Resource): Fact<readonly EndpointFacts[]> {
  const vpc = resourceIn(subnet.properties.get('VpcId'), 'AWS::EC2::VPC');
  return vpc ? interfaceEndpointsOf(vpc) : new Unknown('the VPC is not in this app');
}

/** The endpoints of a VPC. */
export function endpointsOf(vpc: Resource): readonly Resource[] {
  return endpointsByVpc(vpc.template.app).get(vpc) ?? [];
}

/** The interface endpoints of a VPC. */
export const interfaceEndpointsOf = memoize((vpc: Resource): readonly EndpointFacts[] => endpointsOf(vpc)
  .filter(({ properties }) => properties.get('VpcEndpointType').text() === 'Interface')
  .map(({ properties }) => ({
    service: endpointName(properties.get('ServiceName')),
    privateDns: orDefault(properties.get('PrivateDnsEnabled').flag(), false),
    securityGroups: list(properties.get('SecurityGroupIds'), readReferredSecurityGroup),
  })));

const endpointsByVpc = memoize((app: App) => {
  const found = new Map<Resource, Resource[]>();
  for (const endpoint of app.ofType('AWS::EC2::VPCEndpoint')) {
    const vpc = resourceIn(endpoint.properties.get('VpcId'), 'AWS::EC2::VPC');
    if (!vpc) continue;
    const endpoints = found.get(vpc);
    if (endpoints) endpoints.push(endpoint);
    else found.set(vpc, [endpoint]);
  }
  return found;
});

// A gateway endpoint is a route, in the route tables that it names; one without a type is a gateway.
function serves({ properties }: Resource, subnet: Resource): boolean {
  const table = routing(subnet.template.app).tables.get(subnet);
  const tables = properties.get('RouteTableIds').items();
  if (orDefault(properties.get('VpcEndpointType').text(), 'Gateway') !== 'Gateway' || !table || tables instanceof Unknown) return true;
  const resources = tables.map((item) => item.resource());
  return resources.length === 0 || resources.some((resource) => resource === table || resource instanceof Unknown);
}

// com.amazonaws.<region>.<name>; the region is mostly left to the deployment.
function endpointName(value: Value): Fact<string> {
  const last = value.pieces().at(-1);
  const name = typeof last === 'string' ? last.replace(/^((cn\.)?com\.amazonaws\.|aws\.api\.)?([a-z]+(-[a-z]+)+-\d+)?\.?/, '') : '';
  return name || new Unknown('an endpoint of a service that the deployment names');
}
