import { readOwnRole } from '../permissions/roles';
import { values } from '../network/vpc-membership';
import { pushTo, type App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { list, optional, orDefault, outside, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { BoundsFacts, ManagedInstancesFacts } from '../../facts/managed-instances';

/** The settings for Managed Instances of a capacity provider; `undefined`: it has none. */
export function readManagedInstances(provider: Resource): Fact<ManagedInstancesFacts | undefined> {
  return optional(provider.properties.get('ManagedInstancesProvider'), (managed) => {
    const launch = managed.get('InstanceLaunchTemplate');
    const requirements = launch.get('InstanceRequirements');
    const role = instanceRoleOf(launch.get('Ec2InstanceProfileArn'));
    return {
      namesCluster: provider.properties.get('ClusterName').isSet(),
      hasGroup: provider.properties.get('AutoScalingGroupProvider').isSet(),
      listedBy: (listing(provider.template.app).get(provider) ?? []).map(({ logicalId }) => logicalId),
      bounds: boundsOf(requirements),
      namesAllowedTypes: requirements.get('AllowedInstanceTypes').isSet(),
      namesExcludedTypes: requirements.get('ExcludedInstanceTypes').isSet(),
      subnets: countOf(launch.at('NetworkConfiguration', 'Subnets')),
      setsSecurityGroups: launch.at('NetworkConfiguration', 'SecurityGroups').isSet(),
      scaleInAfterSeconds: managed.at('InfrastructureOptimization', 'ScaleInAfter').number(),
      instanceRole: role instanceof Unknown ? role : readOwnRole(role),
      instanceRoleName: role instanceof Unknown ? role : nameOf(role),
    };
  });
}

function countOf(value: Value): Fact<number> {
  const items = list(value, (item) => item);
  return items instanceof Unknown ? items : items.length;
}

/** Every attribute of the requirements that has a least and a most. */
function boundsOf(requirements: Value): readonly BoundsFacts[] {
  const entries = requirements.entries();
  return entries instanceof Unknown ? [] : entries
    .filter(([, value]) => value.get('Max').json !== undefined)
    .map(([name, value]) => ({
      attribute: `${name[0].toLowerCase()}${name.slice(1)}`, least: value.get('Min').number(), most: value.get('Max').number(),
    }));
}

function instanceRoleOf(arn: Value): Fact<Resource> {
  const profile = resourceIn(arn, 'AWS::IAM::InstanceProfile');
  if (!profile) return new Unknown(outside(arn));
  const role = values(profile.properties.get('Roles')).map((name) => resourceIn(name, 'AWS::IAM::Role')).find((found) => found !== undefined);
  return role ?? new Unknown('the role of the instance profile is not in this app');
}

function nameOf({ properties, template, logicalId }: Resource): Fact<string> {
  const path = orDefault(properties.get('Path').text(), '/');
  const name = properties.get('RoleName').text() ?? `${template.source.stackName ?? '<stack>'}-${logicalId}-…`;
  return path instanceof Unknown ? path : name instanceof Unknown ? name : `${path}${name}`.replace(/^\//, '');
}

/** The resources that list each capacity provider among those of a cluster. */
const listing = memoize((app: App): ReadonlyMap<Resource, readonly Resource[]> => {
  const found = new Map<Resource, Resource[]>();
  for (const resource of app.ofType('AWS::ECS::ClusterCapacityProviderAssociations', 'AWS::ECS::Cluster')) {
    for (const item of values(resource.properties.get('CapacityProviders'))) {
      const provider = resourceIn(item, 'AWS::ECS::CapacityProvider');
      if (provider) pushTo(found, provider, resource);
    }
  }
  return found;
});
