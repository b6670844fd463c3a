import type { App } from './app';
import { once } from './memo';
import { optional, resourceIn } from './reading';
import { Reference } from './resolve';
import { readRole } from './roles';
import type { Resource } from './template';
import type { Piece } from './text';
import type { Value } from './value';
import { capacityFacts, type CapacityFacts } from '../facts/capacity';
import { Unknown, type Fact } from '../facts/fact';
import { roleFacts, type RoleFacts } from '../facts/role';

const GROUP = 'AWS::AutoScaling::AutoScalingGroup';

/** The Auto Scaling groups of the app whose instances join a cluster: named by a capacity provider, or told the cluster by their user data. */
export const capacityOf = once((app: App): readonly Resource[] => {
  const named = app.ofType('AWS::ECS::CapacityProvider')
    .map(({ properties }) => resourceIn(properties.at('AutoScalingGroupProvider', 'AutoScalingGroupArn'), GROUP));
  return app.ofType(GROUP).filter((group) => named.includes(group) || userData(group).some(isClusterSetting));
});

/** The clusters that instances of the app are told to join. */
export const clustersWithInstances = once((app: App): ReadonlySet<Resource> => {
  const told = capacityOf(app).flatMap(userData).map((piece) => piece instanceof Reference ? piece.resource : undefined);
  const associated = app.ofType('AWS::ECS::ClusterCapacityProviderAssociations', 'AWS::ECS::Cluster')
    .filter(({ properties }) => hasOwnProviders(properties.get('CapacityProviders')))
    .map((resource) => resource.type === 'AWS::ECS::Cluster' ? resource : resourceIn(resource.properties.get('Cluster'), 'AWS::ECS::Cluster'));
  return new Set([...told, ...associated].filter((cluster) => cluster !== undefined));
});

/** What the instances of an Auto Scaling group are. */
export function readCapacity(group: Resource): CapacityFacts {
  const launch = launchData(group);
  if (!launch) return capacityFacts({}, 'the launch template is not in this app');
  const imageId = launch.get('ImageId').text();
  return {
    imageId,
    imageIsPinned: typeof imageId === 'string' ? imageId.startsWith('ami-') : imageId instanceof Unknown ? imageId : false,
    instanceRole: readInstanceRole(launch.get('IamInstanceProfile')),
  };
}

// Fargate's providers need no instances.
function hasOwnProviders(providers: Value): boolean {
  const items = providers.items();
  return items instanceof Unknown || items.some((item) => !['FARGATE', 'FARGATE_SPOT'].includes(item.text() as string));
}

/** The launch template's data or the launch configuration, which name most things alike. */
function launchData({ properties }: Resource): Value | undefined {
  const configuration = resourceIn(properties.get('LaunchConfigurationName'), 'AWS::AutoScaling::LaunchConfiguration');
  if (configuration) return configuration.properties;
  const specifications = [properties.get('LaunchTemplate'), properties.at('MixedInstancesPolicy', 'LaunchTemplate', 'LaunchTemplateSpecification')];
  const template = specifications.map((item) => resourceIn(item.get('LaunchTemplateId'), 'AWS::EC2::LaunchTemplate')).find((found) => found);
  return template?.properties.get('LaunchTemplateData');
}

function userData(group: Resource): readonly Piece[] {
  return launchData(group)?.get('UserData').pieces() ?? [];
}

function isClusterSetting(piece: Piece): boolean {
  return typeof piece === 'string' && piece.includes('ECS_CLUSTER');
}

function readInstanceRole(value: Value): Fact<RoleFacts | undefined> {
  const profile = resourceIn(value, 'AWS::IAM::InstanceProfile') ?? resourceIn(value.get('Arn'), 'AWS::IAM::InstanceProfile')
    ?? resourceIn(value.get('Name'), 'AWS::IAM::InstanceProfile');
  if (!profile) return optional(value, () => roleFacts({}, 'the instance profile is not in this app'));
  const roles = profile.properties.get('Roles').items();
  return roles instanceof Unknown ? roles : roles.length === 0 ? undefined : readRole(roles[0]);
}
