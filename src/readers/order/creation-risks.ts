import { associationOf, readStrategy } from '../capacity/compute';
import { pushTo, type App } from '../../cloudformation/app';
import { waitsForOneOf } from '../../cloudformation/creation-order';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';

/** True if CloudFormation may create a service before the capacity providers of its strategy are those of its cluster. */
export function readBeforeProviders(service: Resource): Fact<boolean> {
  const { properties } = service;
  const cluster = resourceIn(properties.get('Cluster'), 'AWS::ECS::Cluster');
  const association = cluster && associationOf(cluster);
  if (!association || association.template !== service.template) return false;
  const ownStrategy = readStrategy(properties.get('CapacityProviderStrategy'));
  if (ownStrategy instanceof Unknown) return ownStrategy;
  const launchType = properties.get('LaunchType').isSet();
  if (launchType instanceof Unknown) return launchType;
  const usesCluster = !launchType && ownStrategy.length === 0 && associatedStrategy(association);
  return (usesCluster || usesAssociated(properties.get('CapacityProviderStrategy'))) && !waitsForOneOf(service, new Set([association]));
}

/** True for a strategy with a provider that a cluster lists: those of Managed Instances name their cluster themselves. */
function usesAssociated(strategy: Value): boolean {
  const items = strategy.items();
  return !(items instanceof Unknown) && items.some((item) => resourceIn(item.get('CapacityProvider'), 'AWS::ECS::CapacityProvider')
    ?.properties.get('ManagedInstancesProvider').isSet() !== true);
}

function associatedStrategy({ properties }: Resource): boolean {
  const items = properties.get('DefaultCapacityProviderStrategy').items();
  return items instanceof Unknown || items.length > 0;
}

const ROUTE = 'AWS::EC2::Route';
const NAT = 'AWS::EC2::NatGateway';
const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';

/** Resources of a VPC that need its internet gateway, and that CloudFormation may create before the gateway is attached. */
export function readBeforeGateway(vpc: Resource): readonly string[] {
  const { attachments, users } = gatewayUse(vpc.template.app);
  const own = new Set(attachments.get(vpc));
  // A conditional attachment leaves its users to the same condition.
  return (users.get(vpc) ?? [])
    .filter((user) => [...own].some(({ template }) => template === user.template) && !waitsForOneOf(user, own))
    .map(({ logicalId }) => logicalId);
}

/** The resources of the app that attach an internet gateway to a VPC. */
export function attachmentsTo(vpc: Resource): readonly Resource[] {
  return gatewayUse(vpc.template.app).attachments.get(vpc) ?? [];
}

/** The resources of the app that attach an internet gateway to its VPC. */
export function attachmentsOf(gateway: Resource): readonly Resource[] {
  const { byGateway, attachments } = gatewayUse(gateway.template.app);
  const vpc = byGateway.get(gateway);
  return vpc ? attachments.get(vpc) ?? [] : [];
}

const gatewayUse = memoize((app: App) => {
  const attachments = new Map<Resource, Resource[]>();
  const users = new Map<Resource, Resource[]>();
  const byGateway = new Map<Resource, Resource>();
  for (const attachment of app.ofType('AWS::EC2::VPCGatewayAttachment')) {
    const vpc = resourceIn(attachment.properties.get('VpcId'), 'AWS::EC2::VPC');
    const gateway = resourceIn(attachment.properties.get('InternetGatewayId'), 'AWS::EC2::InternetGateway');
    if (!vpc || !gateway) continue;
    pushTo(attachments, vpc, attachment);
    byGateway.set(gateway, vpc);
  }
  for (const user of app.ofType(ROUTE, NAT, BALANCER)) {
    const vpc = vpcOfUser(user, byGateway);
    if (vpc) pushTo(users, vpc, user);
  }
  return { attachments, users, byGateway };
});

// The default of Elastic Load Balancing is `internet-facing`.
function schemeOf(balancer: Value): string | undefined {
  const scheme = balancer.get('Scheme').text();
  return scheme instanceof Unknown || balancer.get('Type').text() === 'gateway' ? 'none' : scheme;
}

function vpcOfUser({ type, properties }: Resource, byGateway: ReadonlyMap<Resource, Resource>): Resource | undefined {
  if (type === ROUTE) {
    const gateway = resourceIn(properties.get('GatewayId'), 'AWS::EC2::InternetGateway');
    return gateway && byGateway.get(gateway);
  }
  const isPublic = type === NAT ? properties.get('ConnectivityType').text() !== 'private' : [undefined, 'internet-facing'].includes(schemeOf(properties));
  const subnets = properties.get('Subnets').items();
  const value = type === NAT ? properties.get('SubnetId') : subnets instanceof Unknown ? undefined : subnets[0];
  const subnet = isPublic && value ? resourceIn(value, 'AWS::EC2::Subnet') : undefined;
  return subnet && resourceIn(subnet.properties.get('VpcId'), 'AWS::EC2::VPC');
}
