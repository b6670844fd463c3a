import { readManagedInstances } from './managed-instances';
import { readReferredSubnet } from '../network/networks';
import { readRole } from '../permissions/roles';
import { readReferredSecurityGroup } from '../network/security-groups';
import { readNeighbours, values } from '../network/vpc-membership';
import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import { list, optional, orDefault, resourceIn } from '../../cloudformation/value-helpers';
import { capacityProviderFacts, type CapacityProviderFacts } from '../../facts/capacity-provider';
import { Unknown, type Fact } from '../../facts/fact';
import type { RoleFacts } from '../../facts/role';

const GROUP = 'AWS::AutoScaling::AutoScalingGroup';

/** The Auto Scaling group behind a capacity provider, when the app has it. */
export function groupOf(provider: Resource): Resource | undefined {
  return resourceIn(provider.properties.at('AutoScalingGroupProvider', 'AutoScalingGroupArn'), GROUP);
}

/** The capacity providers of each Auto Scaling group. */
export const providersByGroup = memoize((app: App): ReadonlyMap<Resource, readonly Resource[]> => {
  const found = new Map<Resource, Resource[]>();
  for (const provider of app.ofType('AWS::ECS::CapacityProvider')) {
    const group = groupOf(provider);
    if (group) found.set(group, [...(found.get(group) ?? []), provider]);
  }
  return found;
});

/** A capacity provider of instances; other kinds have none of these facts. */
export function readCapacityProvider(provider: Resource): CapacityProviderFacts {
  const group = groupOf(provider);
  const scaling = provider.properties.at('AutoScalingGroupProvider', 'ManagedScaling');
  const network = provider.properties.at('ManagedInstancesProvider', 'InstanceLaunchTemplate', 'NetworkConfiguration');
  const protection = provider.properties.at('AutoScalingGroupProvider', 'ManagedTerminationProtection').word('ENABLED', 'DISABLED');
  return capacityProviderFacts({
    nameOrStack: readNameOrStack(provider),
    managedScaling: readManagedScaling(provider),
    infrastructureRole: optional(provider.properties.get('ManagedInstancesProvider'), (managed) => readRole(managed.get('InfrastructureRoleArn'))) as Fact<RoleFacts | undefined>,
    managedInstances: readManagedInstances(provider),
    subnets: list(network.get('Subnets'), readReferredSubnet),
    securityGroups: list(network.get('SecurityGroups'), readReferredSecurityGroup),
    neighbours: readNeighbours(values(network.get('Subnets')), network.get('SecurityGroups')),
    managedTerminationProtection: protection instanceof Unknown ? protection : protection === 'ENABLED',
    groupIsProtected: group
      ? orDefault(group.properties.get('NewInstancesProtectedFromScaleIn').flag(), false)
      : new Unknown('the Auto Scaling group is not in this app'),
    targetCapacityPercent: orDefault(scaling.get('TargetCapacity').number(), 100),
    minimumStep: orDefault(scaling.get('MinimumScalingStepSize').number(), 1),
    maximumStep: orDefault(scaling.get('MaximumScalingStepSize').number(), 10_000),
    twins: group ? readTwins(provider, group) : new Unknown('the Auto Scaling group is not in this app'),
  });
}

/** Further providers of a group, the first one excepted: it is the one that ECS creates. */
function readTwins(provider: Resource, group: Resource): readonly string[] {
  const [first, ...others] = providersByGroup(provider.template.app).get(group) ?? [];
  return first === provider ? others.map(({ logicalId }) => logicalId) : [];
}

function readNameOrStack({ properties, template }: Resource): Fact<string> {
  const name = properties.get('Name').text();
  return name ?? template.source.stackName ?? new Unknown('the name of the stack is not known');
}

/** True if ECS changes the number of instances. */
export function readManagedScaling(provider: Resource): Fact<boolean> {
  const scaling = provider.properties.at('AutoScalingGroupProvider', 'ManagedScaling');
  const isSet = scaling.isSet();
  if (isSet !== true) return isSet;
  const status = scaling.get('Status').word('ENABLED', 'DISABLED');
  if (status === undefined) return new Unknown('the status of managed scaling is left out');
  return status instanceof Unknown ? status : status === 'ENABLED';
}

/** True if ECS drains an instance before it terminates. The default for a new provider is true. */
export function readManagedDraining(provider: Resource): Fact<boolean> {
  const draining = provider.properties.at('AutoScalingGroupProvider', 'ManagedDraining').word('ENABLED', 'DISABLED');
  return draining instanceof Unknown ? draining : draining !== 'DISABLED';
}
