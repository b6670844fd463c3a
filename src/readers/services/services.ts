import { readCapacity } from '../capacity/capacity';
import { groupsOf, readReferredCluster } from './clusters';
import { readStrategy, serviceOnFargate } from '../capacity/compute';
import { readCircle } from '../order/circles';
import { readBeforeProviders } from '../order/creation-risks';
import { readDataStores } from '../network/data-stores';
import { readEmptyRepositories } from '../images/first-images';
import { readImageDefinitions } from './image-definitions';
import { readDeploymentGroups } from './deployment-groups';
import { readDeployment } from './deployments';
import { readGatewayAssociation, readGatewaySubnets } from '../network/gateways';
import { readHighResolution } from '../scaling/high-resolution';
import { readInstanceSubnets } from '../capacity/instance-subnets';
import { readUnawaitedMountTargets } from '../order/mount-order';
import { readLatticeGroup } from '../discovery/lattice-groups';
import { readNetwork } from '../network/networks';
import { readUnawaitedPolicies } from '../order/role-order';
import { readRole } from '../permissions/roles';
import { readRoute } from './routes';
import { readScaling } from '../scaling/scaling';
import { readSameName } from './service-names';
import { readConnect } from '../discovery/service-connect';
import { readServiceNeighbours } from './service-neighbours';
import { readServiceShape } from './service-shape';
import { CLUSTER, REGISTRY, ROLE, ROUTE, SECURITY_GROUP, SUBNET, TARGET_GROUP, TASK } from '../reference-kinds';
import { readReferences, referenceAt } from '../references';
import { readAttachedFirst, readReferredTargetGroup } from '../balancing/target-groups';
import { readReferredTask } from '../tasks/tasks';
import { readEbsVolume } from '../storage/volumes';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { anyOf, list, optional, orDefault, required } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { InfrastructurePurpose, InfrastructureRoleFacts, LoadBalancerFacts, ServiceFacts } from '../../facts/service';

const PLACES = [
  referenceAt('Cluster', CLUSTER),
  referenceAt('TaskDefinition', TASK),
  referenceAt('LoadBalancers.*.TargetGroupArn', TARGET_GROUP),
  referenceAt('LoadBalancers.*.AdvancedConfiguration.AlternateTargetGroupArn', TARGET_GROUP),
  referenceAt('LoadBalancers.*.AdvancedConfiguration.ProductionListenerRule', ROUTE),
  referenceAt('LoadBalancers.*.AdvancedConfiguration.TestListenerRule', ROUTE),
  referenceAt('LoadBalancers.*.AdvancedConfiguration.RoleArn', ROLE),
  referenceAt('ServiceRegistries.*.RegistryArn', REGISTRY),
  referenceAt('NetworkConfiguration.AwsvpcConfiguration.SecurityGroups.*', SECURITY_GROUP),
  referenceAt('NetworkConfiguration.AwsvpcConfiguration.Subnets.*', SUBNET),
];

/** A service of the app, joined with what belongs to it. */
export function readService(resource: Resource): ServiceFacts {
  const service = resource.properties;
  const rebalancing = service.get('AvailabilityZoneRebalancing').word('ENABLED', 'DISABLED');
  const groups = groupsOf(resource);
  return {
    name: service.get('ServiceName').text(),
    sameName: readSameName(resource),
    cluster: readReferredCluster(service.get('Cluster')),
    task: readReferredTask(service.get('TaskDefinition')),
    taskIsPinned: readPinned(service.get('TaskDefinition')),
    launchType: service.get('LaunchType').word('EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'),
    misshapen: readServiceShape(resource),
    misreferred: readReferences(service, PLACES),
    capacityProviderStrategy: readStrategy(service.get('CapacityProviderStrategy')),
    isBeforeProviders: readBeforeProviders(resource),
    onFargate: serviceOnFargate(resource),
    capacities: groups instanceof Unknown ? groups : groups.map(readCapacity),
    placementConstraints: list(service.get('PlacementConstraints'), (item) => required(item.get('Type').text())),
    placementExpressions: readExpressions(service.get('PlacementConstraints')),
    distinctHasExpression: readDistinctHasExpression(service.get('PlacementConstraints')),
    placementStrategies: list(service.get('PlacementStrategies'), (item) => ({
      type: required(item.get('Type').word('random', 'spread', 'binpack')),
      field: item.get('Field').text(),
    })),
    platformVersion: service.get('PlatformVersion').text(),
    schedulingStrategy: orDefault(service.get('SchedulingStrategy').word('REPLICA', 'DAEMON'), 'REPLICA'),
    desiredCount: service.get('DesiredCount').number(),
    setsDesiredCount: readSetsDesiredCount(service.get('DesiredCount')),
    ...readDeployment(service),
    loadBalancers: list(service.get('LoadBalancers'), (item) => readLoadBalancer(item, resource)),
    deploymentGroups: readDeploymentGroups(resource),
    network: optional(service.get('NetworkConfiguration'), readNetwork),
    neighbours: readServiceNeighbours(resource),
    instanceSubnets: readInstanceSubnets(resource),
    ebsVolumes: list(service.get('VolumeConfigurations'), readEbsVolume),
    healthCheckGracePeriodSeconds: service.get('HealthCheckGracePeriodSeconds').number(),
    scaling: readScaling(resource),
    serviceConnect: orDefault(service.at('ServiceConnectConfiguration', 'Enabled').flag(), false),
    connect: readConnect(resource),
    highResolutionMetrics: readHighResolution(service.at('Monitoring', 'MetricConfigurations')),
    latticeTargetGroups: readCount(service.get('VpcLatticeConfigurations')),
    latticePorts: list(service.get('VpcLatticeConfigurations'), (item) => required(item.get('PortName').text())),
    latticeGroups: list(service.get('VpcLatticeConfigurations'), readLatticeGroup),
    gatewayPorts: list(service.get('GatewayConnectors'), (item) => required(item.get('PortName').text())),
    gatewaySubnets: readGatewaySubnets(resource),
    gatewayAssociation: readGatewayAssociation(resource),
    registries: readCount(service.get('ServiceRegistries')),
    hasLegacyRole: service.get('Role').isSet(),
    unawaitedPolicies: readUnawaitedPolicies(resource),
    unawaitedMountTargets: readUnawaitedMountTargets(resource),
    imageDefinitions: readImageDefinitions(resource),
    emptyRepositories: readEmptyRepositories(resource),
    dataStores: readDataStores(service.get('TaskDefinition')),
    circle: readCircle(resource),
    infrastructureRoles: readInfrastructureRoles(service),
    hasTags: hasItems(service.get('Tags')),
    tags: list(service.get('Tags'), (tag) => ({ key: orDefault(tag.get('Key').text(), ''), value: orDefault(tag.get('Value').text(), '') })),
    propagateTags: orDefault(service.get('PropagateTags').word('NONE', 'SERVICE', 'TASK_DEFINITION'), 'NONE'),
    executeCommand: orDefault(service.get('EnableExecuteCommand').flag(), false),
    availabilityZoneRebalancing: rebalancing instanceof Unknown ? rebalancing : rebalancing && rebalancing === 'ENABLED',
  };
}

function hasItems(value: Value): Fact<boolean> {
  const items = value.items();
  return items instanceof Unknown ? items : items.length > 0;
}

function readLoadBalancer(item: Value, service: Resource): LoadBalancerFacts {
  return {
    targetGroup: readReferredTargetGroup(item.get('TargetGroupArn')),
    isClassic: item.get('LoadBalancerName').isSet(),
    attachedFirst: readAttachedFirst(item.get('TargetGroupArn'), service),
    containerName: item.get('ContainerName').text(),
    containerPort: item.get('ContainerPort').number(),
    alternateTargetGroup: optional(item.at('AdvancedConfiguration', 'AlternateTargetGroupArn'), readReferredTargetGroup),
    productionRoute: optional(item.at('AdvancedConfiguration', 'ProductionListenerRule'), readRoute),
    testRoute: optional(item.at('AdvancedConfiguration', 'TestListenerRule'), readRoute),
    hasShiftRole: item.at('AdvancedConfiguration', 'RoleArn').isSet(),
  };
}

function readExpressions(constraints: Value): ServiceFacts['placementExpressions'] {
  const items = constraints.items();
  if (items instanceof Unknown) return items;
  return items.filter((item) => item.get('Type').text() === 'memberOf').map((item) => item.get('Expression').text());
}

function readDistinctHasExpression(constraints: Value): Fact<boolean> {
  const items = constraints.items();
  if (items instanceof Unknown) return items;
  return anyOf(items.filter((item) => item.get('Type').text() === 'distinctInstance').map((item) => item.get('Expression').isSet()));
}

function readCount(value: Value): Fact<number> {
  const items = value.items();
  return items instanceof Unknown ? items : items.length;
}

// A reference is the ARN of one revision; `shop`, or an ARN that ends in `task-definition/shop`, is the latest of a family.
function readPinned(value: Value): Fact<boolean | undefined> {
  const resource = value.resource();
  if (resource !== undefined && !(resource instanceof Unknown)) return true;
  const last = value.pieces().at(-1);
  if (typeof last !== 'string') return value.text() instanceof Unknown ? value.text() as Unknown : undefined;
  return /:\d+$/.test(last) || (/(^|task-definition\/)[\w-]+$/.test(last) ? false : new Unknown('it is not the name of a task definition'));
}

// A custom resource may answer with the count that runs, which resets nothing.
function readSetsDesiredCount(count: Value): Fact<boolean> {
  const source = count.resource();
  const isCustom = source !== undefined && !(source instanceof Unknown) && /^(Custom::|AWS::CloudFormation::CustomResource$)/.test(source.type);
  return isCustom ? new Unknown(`the custom resource ${source.logicalId} decides the count`) : count.isSet();
}

/** The roles that ECS needs for what a service has beside its tasks, one for each place that asks for one. */
function readInfrastructureRoles(service: Value): Fact<readonly InfrastructureRoleFacts[]> {
  const places = [
    placesIn(service.get('VolumeConfigurations'), 'EBS volumes', 'ManagedEBSVolume'),
    placesIn(service.get('LoadBalancers'), 'load balancers', 'AdvancedConfiguration'),
    placesIn(service.at('ServiceConnectConfiguration', 'Services'), 'Service Connect TLS', 'Tls'),
    placesIn(service.get('VpcLatticeConfigurations'), 'VPC Lattice'),
  ];
  return places.find((place) => place instanceof Unknown) ?? (places as ReadonlyArray<readonly InfrastructureRoleFacts[]>).flat();
}

function placesIn(parts: Value, purpose: InfrastructurePurpose, ...path: readonly string[]): Fact<readonly InfrastructureRoleFacts[]> {
  const items = parts.items();
  if (items instanceof Unknown) return items;
  const places = items.map((item) => item.at(...path));
  const unclear = places.map((place) => place.isSet()).find((isSet) => isSet instanceof Unknown);
  return unclear as Unknown | undefined
    ?? places.filter((place) => place.isSet() === true).map((place) => ({ purpose, role: readRole(place.get('RoleArn')) }));
}
