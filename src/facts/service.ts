import type { CapacityFacts } from './capacity';
import { clusterFacts, type ClusterFacts } from './cluster';
import type { DeploymentGroupFacts } from './codedeploy';
import type { DataStoreFacts } from './data-store';
import type { DeploymentFacts } from './deployment';
import { NOT_SAID, Unknown, type Fact } from './fact';
import type { GatewayAssociation, GatewaySubnetsFacts } from './gateway';
import type { NetworkFacts, SubnetFacts } from './network';
import type { ReferenceFacts } from './reference';
import type { RoleFacts } from './role';
import type { ScalingFacts } from './scaling';
import type { ServiceConnectFacts } from './service-connect';
import type { ShapeFacts } from './shape';
import type { TargetGroupFacts } from './target-group';
import { taskFacts, type Compatibility, type TaskFacts } from './task';
import type { EbsVolumeFacts } from './volume';
import type { NeighbourFacts } from './vpc-membership';

export interface CapacityProviderItemFacts {
  readonly provider: Fact<string>;
  readonly base: Fact<number>;
  /** ECS defaults to 0. */
  readonly weight: Fact<number>;
}

export type RouteKind = 'listener' | 'rule';

/** Route of traffic that a deployment shifts: a rule of an Application Load Balancer, a listener of a Network Load Balancer. */
export interface RouteFacts {
  /** Identifies the listener or rule; not for messages. */
  readonly id: Fact<string>;
  readonly kind: Fact<RouteKind>;
  /** Identifies the load balancer; not for messages. */
  readonly balancer: Fact<string>;
  /** Ids of the target groups that it forwards to. */
  readonly targetGroups: Fact<readonly string[]>;
}

/** One load balancer of a service, joined with its target group. */
export interface LoadBalancerFacts {
  readonly targetGroup: TargetGroupFacts;
  /** A Classic Load Balancer, which has no target group. */
  readonly isClassic: Fact<boolean>;
  /** A listener forwards to the target group before CloudFormation creates the service. */
  readonly attachedFirst: Fact<boolean>;
  readonly containerName: Fact<string | undefined>;
  readonly containerPort: Fact<number | undefined>;
  /** `undefined`: no second target group for blue/green. */
  readonly alternateTargetGroup: Fact<TargetGroupFacts | undefined>;
  /** Route of production traffic in a blue/green deployment. */
  readonly productionRoute: Fact<RouteFacts | undefined>;
  /** Route of test traffic in a blue/green deployment. */
  readonly testRoute: Fact<RouteFacts | undefined>;
  /** The role with which ECS shifts the traffic. */
  readonly hasShiftRole: Fact<boolean>;
}

export interface TagFacts {
  readonly key: Fact<string>;
  readonly value: Fact<string>;
}

/** An ECS service and what belongs to it. */
export interface ServiceFacts extends DeploymentFacts {
  readonly name: Fact<string | undefined>;
  /** Services before it that have its name in its cluster. */
  readonly sameName: Fact<readonly string[]>;
  readonly cluster: ClusterFacts;
  readonly task: TaskFacts;
  /** True for a single revision, false for the latest one of a family; `undefined`: it names no task definition. */
  readonly taskIsPinned: Fact<boolean | undefined>;
  readonly launchType: Fact<Compatibility | undefined>;
  /** Parts of the service that CloudFormation does not take as they are. */
  readonly misshapen: Fact<readonly ShapeFacts[]>;
  /** References that yield something else than their property takes. */
  readonly misreferred: Fact<readonly ReferenceFacts[]>;
  readonly capacityProviderStrategy: Fact<readonly CapacityProviderItemFacts[]>;
  /** CloudFormation may create it before the capacity providers of its strategy are those of its cluster. */
  readonly isBeforeProviders: Fact<boolean>;
  /** Follows from its launch type, its strategy, or the default strategy of its cluster. */
  readonly onFargate: Fact<boolean>;
  /** Groups of the app whose instances may run its tasks; none when it doesn't run on instances. */
  readonly capacities: Fact<readonly CapacityFacts[]>;
  /** Types of its rules for where tasks may be placed: `distinctInstance`, `memberOf`. */
  readonly placementConstraints: Fact<readonly Fact<string>[]>;
  /** Expressions of the constraints `memberOf`; `undefined`: one has none. */
  readonly placementExpressions: Fact<readonly Fact<string | undefined>[]>;
  /** A constraint `distinctInstance` has an expression. */
  readonly distinctHasExpression: Fact<boolean>;
  readonly placementStrategies: Fact<readonly PlacementStrategyFacts[]>;
  readonly platformVersion: Fact<string | undefined>;
  /** ECS defaults to `REPLICA`. */
  readonly schedulingStrategy: Fact<'REPLICA' | 'DAEMON'>;
  readonly desiredCount: Fact<number | undefined>;
  /** True if DesiredCount is set, even to an unknown value. */
  readonly setsDesiredCount: Fact<boolean>;
  readonly loadBalancers: Fact<readonly LoadBalancerFacts[]>;
  /** Deployment groups of CodeDeploy in the app that are for it. */
  readonly deploymentGroups: Fact<readonly DeploymentGroupFacts[]>;
  readonly network: Fact<NetworkFacts | undefined>;
  /** Everything that it names and that has to be in the VPC of its tasks. */
  readonly neighbours: Fact<readonly NeighbourFacts[]>;
  /** Subnets of the instances that it runs on; none on Fargate. */
  readonly instanceSubnets: Fact<readonly SubnetFacts[]>;
  readonly ebsVolumes: Fact<readonly EbsVolumeFacts[]>;
  readonly healthCheckGracePeriodSeconds: Fact<number | undefined>;
  /** `undefined`: nothing scales it. */
  readonly scaling: Fact<ScalingFacts | undefined>;
  readonly serviceConnect: Fact<boolean>;
  /** `undefined`: Service Connect is off. */
  readonly connect: Fact<ServiceConnectFacts | undefined>;
  /** Metrics that ECS measures every 20 seconds instead of every 60. */
  readonly highResolutionMetrics: Fact<readonly Fact<string>[]>;
  /** Number of VPC Lattice target groups in which the tasks are registered. */
  readonly latticeTargetGroups: Fact<number>;
  /** Names of the ports that are registered in VPC Lattice. */
  readonly latticePorts: Fact<readonly Fact<string>[]>;
  /** The target groups of VPC Lattice in which the tasks are registered. */
  readonly latticeGroups: Fact<readonly LatticeGroupFacts[]>;
  /** Port names that connectors to ECS gateways register. */
  readonly gatewayPorts: Fact<readonly Fact<string>[]>;
  /** The gateways of the app that its cluster is associated with, and the subnets of their load balancers. */
  readonly gatewaySubnets: Fact<readonly GatewaySubnetsFacts[]>;
  /** The association of its cluster with a gateway. */
  readonly gatewayAssociation: Fact<GatewayAssociation>;
  /** Number of Cloud Map services in which the tasks are registered, without those of Service Connect. */
  readonly registries: Fact<number>;
  readonly executeCommand: Fact<boolean>;
  /** True if it sets a role for calls to its load balancer, as services did before the service-linked role. */
  readonly hasLegacyRole: Fact<boolean>;
  /** Policies of the roles of its tasks that wait for more than the service does, so that CloudFormation may create them after it. */
  readonly unawaitedPolicies: Fact<readonly string[]>;
  /** Mount targets of the file systems of its tasks that CloudFormation may create after it. */
  readonly unawaitedMountTargets: Fact<readonly string[]>;
  /** Names of containers that pipelines of the app deploy images for. */
  readonly imageDefinitions: Fact<readonly string[]>;
  /** Repositories that CloudFormation creates with it, that its tasks pull from and that nothing fills before. */
  readonly emptyRepositories: Fact<readonly string[]>;
  /** Data stores of the app that its containers connect to. */
  readonly dataStores: Fact<readonly DataStoreFacts[]>;
  /** Resources of its template that wait for each other in a circle; only the first service of the template has them. */
  readonly circle: Fact<readonly string[]>;
  readonly infrastructureRoles: Fact<readonly InfrastructureRoleFacts[]>;
  readonly hasTags: Fact<boolean>;
  readonly tags: Fact<readonly TagFacts[]>;
  /** ECS defaults to `NONE`. */
  readonly propagateTags: Fact<'NONE' | 'SERVICE' | 'TASK_DEFINITION'>;
  readonly availabilityZoneRebalancing: Fact<boolean | undefined>;
}

/** Fills the facts that are missing with *unknown*. */
export function serviceFacts(given: Partial<ServiceFacts> = {}, otherwise = NOT_SAID): ServiceFacts {
  const unknown = new Unknown(otherwise);
  return {
    name: unknown,
    sameName: unknown,
    cluster: clusterFacts({}, otherwise),
    task: taskFacts({}, otherwise),
    taskIsPinned: unknown,
    launchType: unknown,
    misshapen: unknown,
    misreferred: unknown,
    capacityProviderStrategy: unknown,
    isBeforeProviders: unknown,
    onFargate: unknown,
    capacities: unknown,
    placementConstraints: unknown,
    placementExpressions: unknown,
    distinctHasExpression: unknown,
    placementStrategies: unknown,
    platformVersion: unknown,
    schedulingStrategy: unknown,
    desiredCount: unknown,
    setsDesiredCount: unknown,
    controller: unknown,
    strategy: unknown,
    minHealthyPercent: unknown,
    maxHealthyPercent: unknown,
    circuitBreaker: unknown,
    alarms: unknown,
    bakeTimeMinutes: unknown,
    linear: unknown,
    canary: unknown,
    lifecycleHooks: unknown,
    earlySuccess: unknown,
    loadBalancers: unknown,
    deploymentGroups: unknown,
    network: unknown,
    neighbours: unknown,
    instanceSubnets: unknown,
    ebsVolumes: unknown,
    healthCheckGracePeriodSeconds: unknown,
    scaling: unknown,
    serviceConnect: unknown,
    connect: unknown,
    highResolutionMetrics: unknown,
    latticeTargetGroups: unknown,
    latticePorts: unknown,
    latticeGroups: unknown,
    gatewayPorts: unknown,
    gatewaySubnets: unknown,
    gatewayAssociation: unknown,
    registries: unknown,
    executeCommand: unknown,
    hasLegacyRole: unknown,
    unawaitedPolicies: unknown,
    unawaitedMountTargets: unknown,
    imageDefinitions: unknown,
    emptyRepositories: unknown,
    dataStores: unknown,
    circle: unknown,
    infrastructureRoles: unknown,
    hasTags: unknown,
    tags: unknown,
    propagateTags: unknown,
    availabilityZoneRebalancing: unknown,
    ...given,
  };
}

/** Strategy by which a service chooses among suitable instances. */
interface PlacementStrategyFacts {
  readonly type: Fact<'random' | 'spread' | 'binpack'>;
  /** `undefined` for random. */
  readonly field: Fact<string | undefined>;
}

/** A target group of VPC Lattice. */
export interface LatticeGroupFacts {
  /** Logical id, for messages. */
  readonly name: string;
  /** A listener or a rule of one forwards to it. */
  readonly onListener: Fact<boolean>;
  /** As in `IP`, the only one for tasks. */
  readonly targetType: Fact<string>;
  /** VPC Lattice defaults to `IPV4`. */
  readonly addressType: Fact<string>;
  /** The services of VPC Lattice whose listeners forward to it. */
  readonly services: Fact<readonly LatticeServiceFacts[]>;
}

/** A service of VPC Lattice, which clients call. */
export interface LatticeServiceFacts {
  /** Logical id, for messages. */
  readonly name: string;
  /** True if the service is associated with a service network. */
  readonly isInNetwork: Fact<boolean>;
  /** Service networks of the app with it that no VPC is associated with. */
  readonly networksWithoutVpc: Fact<readonly string[]>;
}

export type InfrastructurePurpose = 'EBS volumes' | 'load balancers' | 'Service Connect TLS' | 'VPC Lattice';

/** Work that ECS does for a service with a separate role, not with the roles of the task. */
export interface InfrastructureRoleFacts {
  readonly purpose: InfrastructurePurpose;
  /** `undefined`: no role is set. */
  readonly role: Fact<RoleFacts | undefined>;
}
