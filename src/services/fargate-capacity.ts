import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { factsOfNetwork } from './facts-of-props';
import { checkMix, type Requests } from './fargate-mix-checks';
import type { FargateOptions } from './fargate-options';
import { warnOfPublicSubnets } from './public-subnets';
import type { Capacity, NetworkOptions, ServiceOptions } from './task-capacity';
import { associateFargateProviders, capacityProvidersOf } from '../capacity/capacity-providers';
import { FargateMix } from '../capacity/fargate-mix';
import { checkWholeNumber } from '../checks/arguments';
import { factOf } from '../checks/fact-of';
import type { ContainerDefaults } from '../containers/container-plan';
import { checkSize } from '../containers/check-size';
import { FargateSize } from '../containers/fargate-size';
import type { ServiceFacts } from '../facts/service';
import type { TaskFacts } from '../facts/task';
import type { TaskRoleBundle } from '../permissions/task-role-bundle';

/** The time from the warning of Fargate Spot to the end of a task, which is also the longest that Fargate waits for a container. */
const SPOT_STOP_TIMEOUT = Duration.seconds(120);
const STORAGE_DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html';

/** Tasks that Fargate runs. */
export class FargateCapacity implements Capacity {
  public readonly networkMode = ecs.NetworkMode.AWS_VPC;
  private readonly mix: FargateMix;
  private readonly size: FargateSize;
  private readonly cpuArchitecture: ecs.CpuArchitecture;
  private readonly operatingSystemFamily: ecs.OperatingSystemFamily;

  /** @param requests of a service that answers them */
  public constructor(private readonly options: FargateOptions, private readonly requests?: Requests) {
    this.mix = options.capacity ?? FargateMix.onDemand();
    this.size = options.size ?? FargateSize.of(256, 512);
    this.cpuArchitecture = options.runtimePlatform?.cpuArchitecture ?? ecs.CpuArchitecture.X86_64;
    this.operatingSystemFamily = options.runtimePlatform?.operatingSystemFamily ?? ecs.OperatingSystemFamily.LINUX;
  }

  public get containerDefaults(): ContainerDefaults {
    return { stopTimeout: this.mix._hasSpot ? SPOT_STOP_TIMEOUT : undefined };
  }

  public check(at: string): void {
    // The type is one of structure: a literal in its place was never checked.
    checkSize(this.size, at, 'size.');
    checkMix(at, this.mix, this.operatingSystemFamily, this.requests);
    checkWholeNumber(at, 'ephemeralStorageGiB', this.options.ephemeralStorageGiB, { min: 21, max: 200, unit: 'GiB', docs: STORAGE_DOCS });
  }

  public taskFacts(): Partial<TaskFacts> {
    return {
      requiresCompatibilities: ['FARGATE'],
      onFargate: true,
      networkMode: 'awsvpc',
      cpuUnits: factOf(this.size.cpu),
      memoryMiB: factOf(this.size.memoryMiB),
      ephemeralStorageGiB: factOf(this.options.ephemeralStorageGiB),
      cpuArchitecture: factOf(this.cpuArchitecture._cpuArchitecture),
      operatingSystemFamily: factOf(this.operatingSystemFamily._operatingSystemFamily),
      pidMode: undefined,
      ipcMode: undefined,
    };
  }

  public serviceFacts(at: string, network: NetworkOptions): Partial<ServiceFacts> {
    return {
      launchType: this.mix._hasSpot ? undefined : 'FARGATE',
      capacityProviderStrategy: this.mix._strategy.map(({ capacityProvider, base, weight }) => ({
        provider: capacityProvider, base: factOf(base ?? 0), weight: factOf(weight),
      })),
      onFargate: true,
      platformVersion: factOf(this.options.platformVersion),
      network: factsOfNetwork(at, network, this.options.assignPublicIp ?? false),
    };
  }

  public defineTask(scope: Construct, id: string, roles: TaskRoleBundle, family?: string): ecs.TaskDefinition {
    // The CDK compares the size of a Windows task even if it is a token, as if that were a number: it hears of Windows later.
    const isComparable = !Token.isUnresolved(this.size.cpu) && !Token.isUnresolved(this.size.memoryMiB);
    const task = new ecs.FargateTaskDefinition(scope, id, {
      family,
      cpu: this.size.cpu,
      memoryLimitMiB: this.size.memoryMiB,
      ephemeralStorageGiB: this.options.ephemeralStorageGiB,
      runtimePlatform: isComparable ? { cpuArchitecture: this.cpuArchitecture, operatingSystemFamily: this.operatingSystemFamily } : undefined,
      taskRole: roles.taskRole,
      executionRole: roles.executionRole,
    });
    if (!isComparable) {
      (task.node.defaultChild as ecs.CfnTaskDefinition).runtimePlatform = {
        cpuArchitecture: this.cpuArchitecture._cpuArchitecture,
        operatingSystemFamily: this.operatingSystemFamily._operatingSystemFamily,
      };
    }
    return task;
  }

  public defineService(scope: Construct, id: string, options: ServiceOptions): ecs.BaseService {
    const service = new ecs.FargateService(scope, id, {
      ...options,
      capacityProviderStrategies: this.mix._hasSpot ? [...this.mix._strategy] : undefined,
      platformVersion: this.options.platformVersion,
      assignPublicIp: this.options.assignPublicIp,
    });
    warnOfPublicSubnets(scope, options, this.options.assignPublicIp);
    if (this.mix._hasSpot) {
      associateFargateProviders(options.cluster);
      service.node.addDependency(capacityProvidersOf(options.cluster));
    }
    return service;
  }
}
