import { readAgentSettings, readClusterNames, readMayInstallPlugins, readUserData } from './agent-settings';
import { providersByGroup, readManagedDraining, readManagedScaling } from './capacity-providers';
import { serviceStrategy } from './compute';
import { readDisks } from './disks';
import { readImageParameter } from './instance-images';
import { readInstanceTypes, readSpot, readWeighted } from './instances';
import { readReferredSubnet } from '../network/networks';
import { readProfileMistake } from './instance-profiles';
import { readRole } from '../permissions/roles';
import { readReferredSecurityGroup } from '../network/security-groups';
import { readStartScripts } from './init-metadata';
import { readNeighbours, values } from '../network/vpc-membership';
import { pushTo, type App } from '../../cloudformation/app';
import { clustersOfProviders, readIsEncoded, readUserDataFacts } from './user-data';
import { memoize } from '../../cloudformation/memoize';
import { Reference } from '../../cloudformation/resolved';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { allOf, anyOf, keyOf, list, optional, required, resourceIn } from '../../cloudformation/value-helpers';
import { capacityFacts, type CapacityFacts } from '../../facts/capacity';
import { Unknown, type Fact } from '../../facts/fact';
import { roleFacts, type RoleFacts } from '../../facts/role';
import type { ScheduleFacts } from '../../facts/schedule-expression';

const GROUP = 'AWS::AutoScaling::AutoScalingGroup';

/** The Auto Scaling groups of the app whose instances join a cluster: named by a capacity provider, or joined by their user data. */
export const capacityOf = memoize((app: App): readonly Resource[] => {
  const byProvider = providersByGroup(app);
  return app.ofType(GROUP).filter((group) => byProvider.has(group) || namesCluster(group));
});

/** The clusters that instances of the app join by their user data. */
export const clustersWithInstances = memoize((app: App): ReadonlySet<Resource> => {
  const told = capacityOf(app).flatMap((group) => joinedBy(group).clusters);
  const associated = app.ofType('AWS::ECS::ClusterCapacityProviderAssociations', 'AWS::ECS::Cluster')
    .filter(({ properties }) => hasOwnProviders(properties.get('CapacityProviders')))
    .map((resource) => resource.type === 'AWS::ECS::Cluster' ? resource : resourceIn(resource.properties.get('Cluster'), 'AWS::ECS::Cluster'));
  return new Set([...told, ...associated].filter((cluster) => cluster !== undefined));
});

/** Clusters that the instances of a group join, as far as their user data is known: clusters of the app, and names. */
export const joinedBy = memoize((group: Resource) => {
  const launch = launchData(group);
  const userData = launch ? readUserData(launch) : new Unknown('the launch template is not in this app');
  const pieces = launch ? readStartScripts(launch) : [];
  const clusters = pieces.flatMap((piece) => piece instanceof Reference && piece.resource.type === 'AWS::ECS::Cluster' ? [piece.resource] : []);
  return { clusters, names: readClusterNames(userData), unclear: userData instanceof Unknown ? userData : undefined };
});

/** Facts of the instances of an Auto Scaling group. */
export const readCapacity = memoize((group: Resource): CapacityFacts => {
  const providers = providersByGroup(group.template.app).get(group) ?? [];
  const launch = launchData(group);
  const securityGroups = securityGroupsOf(launch);
  const ofGroup = {
    maxInstances: group.properties.get('MaxSize').number(),
    drained: anyOf([...providers.map(readManagedDraining), drainedByHook(group)]),
    managedScaling: anyOf(providers.map(readManagedScaling)),
    holdsServices: anyOf(providers.map((provider) => providersOfServices(group.template.app).has(keyOf(provider)))),
    foreignPolicies: policiesByGroup(group.template.app).get(group) ?? 0,
    weighted: readWeighted(group),
    minInstances: group.properties.get('MinSize').number(),
    setsDesiredCapacity: group.properties.get('DesiredCapacity').isSet(),
    hasWarmPool: groupsWithWarmPool(group.template.app).has(group),
    schedules: schedulesByGroup(group.template.app).get(group) ?? [],
    subnets: list(group.properties.get('VPCZoneIdentifier'), readReferredSubnet),
    securityGroups: readSecurityGroups(securityGroups),
    neighbours: readNeighbours(values(group.properties.get('VPCZoneIdentifier')), securityGroups),
    providerClusters: providers.flatMap((provider) => clustersOfProviders(group.template.app).get(provider) ?? []),
  };
  if (!launch) return capacityFacts(ofGroup, 'the launch template is not in this app');
  const imageId = launch.get('ImageId').text();
  const userData = readUserData(launch);
  const agentSettings = readAgentSettings(userData);
  return {
    ...ofGroup,
    imageId,
    imageIsPinned: typeof imageId === 'string' ? imageId.startsWith('ami-') : imageId instanceof Unknown ? imageId : false,
    imageParameter: readImageParameter(launch.get('ImageId')),
    installsAgent: userData instanceof Unknown ? userData : /ecs-init|ecs-agent|amazon-linux-extras\s+(install|enable)[^\n]*\becs\b/.test(userData),
    instanceRole: readInstanceRole(launch.get('IamInstanceProfile')),
    namesRoleByArn: readNamesByArn(launch.get('IamInstanceProfile')),
    profileMistake: readProfileMistake(launch.get('IamInstanceProfile')),
    userDataIsEncoded: readIsEncoded(launch),
    groupsBesideInterface: readGroupsBesideInterface(launch),
    instanceTypes: readInstanceTypes(group, launch),
    spot: readSpot(group, launch),
    disks: readDisks(launch.get('BlockDeviceMappings')),
    userData: readUserDataFacts(launch),
    agentSettings,
    mayInstallPlugins: readMayInstallPlugins(userData),
    hidesInstanceRole: anyOf([hidesMetadata(launch.get('MetadataOptions')), blocksMetadata(userData, agentSettings)]),
  };
});

/** Keys of the capacity providers in the strategies of services, where each is known. */
const providersOfServices = memoize((app: App): ReadonlySet<Fact<string>> => new Set(app.ofType('AWS::ECS::Service').flatMap((service) => {
  const { properties } = service;
  const strategy = properties.get('LaunchType').isSet() === true || properties.get('DesiredCount').number() === 0 ? [] : serviceStrategy(service);
  return strategy instanceof Unknown ? [] : strategy.map(({ provider }) => provider);
})));

const groupsWithWarmPool = memoize((app: App) => new Set(
  app.ofType('AWS::AutoScaling::WarmPool').map(({ properties }) => resourceIn(properties.get('AutoScalingGroupName'), GROUP)),
));

const schedulesByGroup = memoize((app: App) => {
  const found = new Map<Resource, ScheduleFacts[]>();
  for (const { properties } of app.ofType('AWS::AutoScaling::ScheduledAction')) {
    const group = resourceIn(properties.get('AutoScalingGroupName'), GROUP);
    if (!group || properties.get('Recurrence').isSet() === false) continue;
    const expression = required(properties.get('Recurrence').text());
    pushTo(found, group, { dialect: 'group', expression, timeZone: properties.get('TimeZone').text(), onDefaultBus: true });
  }
  return found;
});

// Fargate's providers need no instances.
function hasOwnProviders(providers: Value): boolean {
  const items = providers.items();
  return items instanceof Unknown || items.some((item) => !['FARGATE', 'FARGATE_SPOT'].includes(item.text() as string));
}

/** The launch template's data or the launch configuration, which name most things alike. */
export function launchData({ properties }: Resource): Value | undefined {
  const configuration = resourceIn(properties.get('LaunchConfigurationName'), 'AWS::AutoScaling::LaunchConfiguration');
  if (configuration) return configuration.properties;
  const specifications = [properties.get('LaunchTemplate'), properties.at('MixedInstancesPolicy', 'LaunchTemplate', 'LaunchTemplateSpecification')];
  const template = specifications.map((item) => resourceIn(item.get('LaunchTemplateId'), 'AWS::EC2::LaunchTemplate')).find((found) => found);
  return template?.properties.get('LaunchTemplateData');
}

/** Security groups of a launch template, also those of its network interface, or of a launch configuration. */
function securityGroupsOf(launch: Value | undefined): Value | undefined {
  if (!launch) return undefined;
  const [network] = values(launch.get('NetworkInterfaces'));
  const places = [launch.get('SecurityGroupIds'), launch.get('SecurityGroups'), ...network ? [network.get('Groups')] : []];
  return places.find((place) => place.isSet() !== false);
}

function readGroupsBesideInterface(launch: Value): Fact<boolean> {
  return allOf([
    notEmpty(launch.get('NetworkInterfaces')),
    anyOf([notEmpty(launch.get('SecurityGroupIds')), notEmpty(launch.get('SecurityGroups'))]),
  ]);
}

function notEmpty(value: Value): Fact<boolean> {
  const items = value.items();
  return items instanceof Unknown ? items : items.length > 0;
}

/** Instances without any have the default one of their VPC. */
function readSecurityGroups(groups: Value | undefined): CapacityFacts['securityGroups'] {
  return groups ? list(groups, readReferredSecurityGroup) : new Unknown('the instances have the default security group of their VPC');
}

function namesCluster(group: Resource): boolean {
  const launch = launchData(group);
  const pieces = launch ? readStartScripts(launch) : [];
  return pieces.some((piece) => typeof piece === 'string' && /ECS_CLUSTER|\[settings\.ecs\]|Initialize-ECSAgent/.test(piece));
}

function profileIn(value: Value): Resource | undefined {
  const [found] = [value, value.get('Arn'), value.get('Name')].flatMap((one) => resourceIn(one, 'AWS::IAM::InstanceProfile') ?? []);
  return found;
}

function readNamesByArn(value: Value): Fact<boolean> {
  const roles = profileIn(value)?.properties.get('Roles').items() ?? [];
  if (roles instanceof Unknown) return roles;
  const [piece] = roles[0]?.pieces() ?? [];
  return piece instanceof Reference ? piece.attribute === 'Arn' : typeof piece === 'string' && piece.startsWith('arn:');
}

function readInstanceRole(value: Value): Fact<RoleFacts | undefined> {
  const profile = profileIn(value);
  if (!profile) return optional(value, () => roleFacts({}, 'the instance profile is not in this app'));
  const roles = profile.properties.get('Roles').items();
  return roles instanceof Unknown ? roles : roles.length === 0 ? undefined : readRole(roles[0]);
}

function hidesMetadata(options: Value): Fact<boolean> {
  const endpoint = options.get('HttpEndpoint').text();
  const tokens = options.get('HttpTokens').text();
  const hops = options.get('HttpPutResponseHopLimit').number();
  if (endpoint === 'disabled') return true;
  if (tokens !== 'required') return tokens instanceof Unknown ? tokens : false;
  return hops === undefined ? new Unknown('the image decides how far metadata goes') : hops instanceof Unknown ? hops : hops === 1;
}

function blocksMetadata(userData: Fact<string>, settings: Fact<ReadonlyMap<string, string>>): Fact<boolean> {
  if (userData instanceof Unknown) return userData;
  if (userData.includes('iptables') && userData.includes('169.254.169.254')) return true;
  return settings instanceof Unknown ? settings : settings.get('ECS_AWSVPC_BLOCK_IMDS') === 'true';
}

function drainedByHook(group: Resource): Fact<boolean> {
  const own = group.properties.get('LifecycleHookSpecificationList').items();
  if (own instanceof Unknown) return own;
  return own.some((hook) => hook.get('LifecycleTransition').text() === TERMINATING) || hooked(group.template.app).has(group);
}

const TERMINATING = 'autoscaling:EC2_INSTANCE_TERMINATING';

const hooked = memoize((app: App): ReadonlySet<Resource | undefined> => new Set(app.ofType('AWS::AutoScaling::LifecycleHook')
  .filter(({ properties }) => properties.get('LifecycleTransition').text() === TERMINATING)
  .map(({ properties }) => resourceIn(properties.get('AutoScalingGroupName'), GROUP))));

const policiesByGroup = memoize((app: App): ReadonlyMap<Resource, number> => {
  const found = new Map<Resource, number>();
  for (const { properties } of app.ofType('AWS::AutoScaling::ScalingPolicy')) {
    const group = resourceIn(properties.get('AutoScalingGroupName'), GROUP);
    if (group) found.set(group, (found.get(group) ?? 0) + 1);
  }
  return found;
});
