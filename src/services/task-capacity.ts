import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { ContainerDefaults } from '../containers/container-plan';
import type { ServiceFacts } from '../facts/service';
import type { TaskFacts } from '../facts/task';
import type { TaskRoleBundle } from '../permissions/task-role-bundle';

/** Options of a service for every capacity. */
export interface ServiceOptions extends Omit<ecs.BaseServiceOptions, 'securityGroups'> {
  readonly taskDefinition: ecs.TaskDefinition;
  readonly vpcSubnets?: ec2.SubnetSelection;
  readonly securityGroups?: ec2.ISecurityGroup[];
  /** Left to ECS where another controller deploys. */
  readonly availabilityZoneRebalancing?: ecs.AvailabilityZoneRebalancing;
  readonly healthCheckGracePeriod?: Duration;
}

/** Capacity of tasks. Only its classes distinguish Fargate and EC2. */
export interface Capacity {
  readonly networkMode: ecs.NetworkMode;

  /** Options of containers that do not set them. */
  readonly containerDefaults?: ContainerDefaults;

  /** Throws for options that can't be right. */
  check(at: string): void;

  /** Facts of the task definition, for the guards. */
  taskFacts(): Partial<TaskFacts>;

  /** Facts of the capacity of the service, for the guards. Throws for a selection without subnets. */
  serviceFacts(at: string, network: NetworkOptions): Partial<ServiceFacts>;

  defineTask(scope: Construct, id: string, roles: TaskRoleBundle, family?: string): ecs.TaskDefinition;

  defineService(scope: Construct, id: string, options: ServiceOptions): ecs.BaseService;
}

/** Network of the tasks. */
export interface NetworkOptions {
  readonly cluster: ecs.ICluster;
  readonly vpcSubnets?: ec2.SubnetSelection;
  readonly securityGroups?: ec2.ISecurityGroup[];
}
