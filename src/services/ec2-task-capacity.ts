import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import type { Ec2Options } from './ec2-options';
import { factsOfNetwork } from './facts-of-props';
import { requireInstances } from './instance-capacity';
import { followInstances } from './instance-security-groups';
import type { Capacity, NetworkOptions, ServiceOptions } from './task-capacity';
import { capacityProvidersOf } from '../capacity/capacity-providers';
import { vpcOf } from '../checks/subnets';
import type { ServiceFacts } from '../facts/service';
import type { NetworkMode, TaskFacts } from '../facts/task';
import { refuse } from '../gotchas/enforce';
import { netNetworkConfigMode } from '../gotchas/net/net-network-config-mode';
import type { TaskRoleBundle } from '../permissions/task-role-bundle';

const ZONE = ecs.BuiltInAttributes.AVAILABILITY_ZONE;

/** Tasks on EC2 instances of the cluster. */
export class Ec2TaskCapacity implements Capacity {
  public readonly networkMode: ecs.NetworkMode;

  public constructor(private readonly options: Ec2Options & { readonly isDaemon?: boolean }) {
    this.networkMode = options.networkMode ?? ecs.NetworkMode.AWS_VPC;
  }

  public check(): void {}

  public taskFacts(): Partial<TaskFacts> {
    return {
      requiresCompatibilities: ['EC2'],
      onFargate: false,
      networkMode: this.networkMode as string as NetworkMode,
      cpuUnits: undefined,
      memoryMiB: undefined,
      ephemeralStorageGiB: undefined,
      pidMode: undefined,
      ipcMode: undefined,
    };
  }

  public serviceFacts(at: string, network: NetworkOptions): Partial<ServiceFacts> {
    if (this.networkMode !== ecs.NetworkMode.AWS_VPC) {
      vpcOf(at, network.cluster);
      refuseNetwork(at, this.networkMode, network);
    }
    return {
      launchType: this.options.capacity ? undefined : 'EC2',
      onFargate: false,
      platformVersion: undefined,
      network: this.networkMode === ecs.NetworkMode.AWS_VPC ? factsOfNetwork(at, network, false) : undefined,
    };
  }

  public defineTask(scope: Construct, id: string, roles: TaskRoleBundle, family?: string): ecs.TaskDefinition {
    return new ecs.Ec2TaskDefinition(scope, id, {
      family,
      networkMode: this.networkMode,
      taskRole: roles.taskRole,
      executionRole: roles.executionRole,
    });
  }

  public defineService(scope: Construct, id: string, { vpcSubnets, securityGroups, ...options }: ServiceOptions): ecs.BaseService {
    const inVpc = this.networkMode === ecs.NetworkMode.AWS_VPC;
    const { isDaemon = false, placementConstraints = [] } = this.options;
    const placementStrategies = this.options.placementStrategies ?? [ecs.PlacementStrategy.spreadAcross(ZONE)];
    const service = new ecs.Ec2Service(scope, id, {
      ...options,
      daemon: isDaemon,
      availabilityZoneRebalancing: !isDaemon && canRebalance(placementStrategies, placementConstraints)
        ? options.availabilityZoneRebalancing
        : ecs.AvailabilityZoneRebalancing.DISABLED,
      ...(inVpc ? { vpcSubnets, securityGroups } : {}),
      capacityProviderStrategies: this.options.capacity ? [this.options.capacity.strategy] : undefined,
      placementStrategies: isDaemon ? undefined : placementStrategies,
      placementConstraints,
    });
    if (this.options.capacity) service.node.addDependency(capacityProvidersOf(options.cluster));
    requireInstances(service);
    followInstances(service);
    return service;
  }
}

/** Throws for what only tasks with a network interface of their own have: the CDK would leave it out. */
function refuseNetwork(at: string, networkMode: ecs.NetworkMode, options: NetworkOptions): void {
  const property = (['vpcSubnets', 'securityGroups'] as const).find((name) => options[name] !== undefined);
  if (property === undefined) return;
  refuse({
    headline: `${property} is set, and tasks in network mode ${networkMode} have the network of their instances`,
    gotcha: netNetworkConfigMode,
    at,
    property,
    fix: `remove ${property}, or set networkMode to ecs.NetworkMode.AWS_VPC`,
  });
}

/** ECS moves tasks between zones only where spreading over them is the first strategy. */
function canRebalance(strategies: ecs.PlacementStrategy[], constraints: ecs.PlacementConstraint[]): boolean {
  const first = strategies.flatMap((strategy) => strategy.toJson())[0];
  return (!first || (first.type === 'spread' && first.field === ZONE))
    && !constraints.flatMap((constraint) => constraint.toJson()).some(({ expression }) => expression?.includes(ZONE));
}
