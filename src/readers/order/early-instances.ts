import { capacityOf, launchData } from '../capacity/capacity';
import { routesOf } from '../network/networks';
import { attachmentsOf } from './creation-risks';
import { values } from '../network/vpc-membership';
import { pushTo, type App } from '../../cloudformation/app';
import { waitsForOneOf } from '../../cloudformation/creation-order';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { resourceIn } from '../../cloudformation/value-helpers';
import { HOLE } from '../../facts/image';
import { fetchedAtStart } from '../capacity/start-scripts';

const INSTANCE = 'AWS::EC2::Instance';
const SUBNET = 'AWS::EC2::Subnet';

/** Container instances of a VPC whose user data needs a route that CloudFormation may create after them. */
export function readBeforeRoute(vpc: Resource): readonly string[] {
  return earlyByVpc(vpc.template.app).get(vpc) ?? [];
}

const earlyByVpc = memoize((app: App): ReadonlyMap<Resource, readonly string[]> => {
  const found = new Map<Resource, string[]>();
  for (const resource of startersOf(app)) {
    const command = commandOf(resource);
    const subnet = command === undefined ? undefined : subnetsOf(resource).find((one) => isBehind(resource, one));
    const vpc = subnet && resourceIn(subnet.properties.get('VpcId'), 'AWS::EC2::VPC');
    if (vpc) pushTo(found, vpc, `${resource.logicalId} (${command})`);
  }
  return found;
});

// A group without instances starts them when tasks need them, long after its stack is there.
function startersOf(app: App): readonly Resource[] {
  const groups = capacityOf(app).filter(({ properties }) => [properties.get('DesiredCapacity'), properties.get('MinSize')].some((size) => Number(size.text() ?? size.number() ?? 0) > 0));
  return [...groups, ...app.ofType(INSTANCE).filter(joinsCluster)];
}

function joinsCluster(instance: Resource): boolean {
  const text = textOf(instance);
  return text !== undefined && /ECS_CLUSTER|\[settings\.ecs\]|Initialize-ECSAgent/.test(text);
}

function textOf(resource: Resource): string | undefined {
  const own = resource.type === INSTANCE && resource.properties.get('UserData').isSet() !== false ? resource.properties : launchData(resource);
  // Values of the deployment hide no command.
  return own?.get('UserData').pieces().map((piece) => typeof piece === 'string' ? piece : HOLE).join('');
}

function commandOf(resource: Resource): string | undefined {
  const text = textOf(resource);
  return text === undefined ? undefined : fetchedAtStart(text);
}

function subnetsOf({ properties }: Resource): readonly Resource[] {
  const own: readonly Value[] = [
    ...values(properties.get('VPCZoneIdentifier')),
    properties.get('SubnetId'),
    ...values(properties.get('NetworkInterfaces')).map((network) => network.get('SubnetId')),
  ];
  return own.map((value) => resourceIn(value, SUBNET)).filter((subnet) => subnet !== undefined);
}

/** True if the ways out of a subnet are in the template of an instance that waits for none of their parts. */
function isBehind(starter: Resource, subnet: Resource): boolean {
  const routes = routesOf(subnet).filter((route) => route.template === starter.template && route.properties.get('DestinationCidrBlock').text() === '0.0.0.0/0');
  return routes.length > 0 && !waitsForOneOf(starter, new Set(routes.flatMap((route) => [route, ...gatewaysOf(route)])));
}

// A route is there seconds after its gateway is, before an instance has started.
function gatewaysOf({ properties }: Resource): readonly Resource[] {
  const nat = resourceIn(properties.get('NatGatewayId'), 'AWS::EC2::NatGateway');
  const gateway = resourceIn(properties.get('GatewayId'), 'AWS::EC2::InternetGateway');
  return [...nat ? [nat] : [], ...gateway ? attachmentsOf(gateway) : []];
}
