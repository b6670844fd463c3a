import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Token } from 'aws-cdk-lib/core';
import { allowEnvironmentFiles } from './allow-environment-files';
import { allowPull } from './allow-pull';
import type { ContainerOptions } from './container-options';
import type { ContainerPlan } from './container-plan';
import { overrideRuntime } from './runtime-overrides';
import { runtimeProps } from './runtime-props';
import type { TaskLogging } from './task-logging';
import type { TaskRoleBundle } from '../permissions/task-role-bundle';

/** Adds the planned containers to the task definition, the main one first, and their dependencies. */
export function defineContainers(task: ecs.TaskDefinition, plans: readonly ContainerPlan[], roles: TaskRoleBundle, logging: TaskLogging): void {
  for (const [index, { name, essential, mappings, options }] of plans.entries()) {
    const container = task.addContainer(idOf(name), {
      containerName: name,
      image: options.image,
      essential,
      command: options.command,
      entryPoint: options.entryPoint,
      environment: options.environment,
      secrets: options.secrets,
      healthCheck: options.healthCheck && withoutTokens(task, index, options.healthCheck),
      startTimeout: options.startTimeout,
      stopTimeout: options.stopTimeout,
      user: options.user,
      workingDirectory: options.workingDirectory,
      readonlyRootFilesystem: options.readonlyRootFilesystem,
      cpu: options.cpu,
      memoryLimitMiB: memoryLimit(task, index, options),
      memoryReservationMiB: options.memoryReservationMiB,
      portMappings: mappings.map(({ _mapping }) => _mapping),
      logging: options.logDriver ?? logging.driverOf(name),
      ...runtimeProps(task, name, options),
    });
    overrideRuntime(task, index, options);
    allowPull(task, container);
    allowEnvironmentFiles(roles, container);
  }
  for (const { name, options } of plans) {
    for (const { containerName, condition } of options.dependsOn ?? []) {
      containerOf(task, name).addContainerDependencies({ container: orByName(task, containerName), condition });
    }
  }
}

/** A container of the task; the guards have seen to it that there is one of the name. */
export function containerOf(task: ecs.TaskDefinition, name: string): ecs.ContainerDefinition {
  return task.node.findChild(idOf(name)) as ecs.ContainerDefinition;
}

/** A container that another waits for. The CDK renders its name only, and no container is known by a token. */
function orByName(task: ecs.TaskDefinition, containerName: string): ecs.ContainerDefinition {
  return Token.isUnresolved(containerName) ? { containerName } as ecs.ContainerDefinition : containerOf(task, containerName);
}

/** Ids of the CDK's own constructs beside the containers; the CDK mistakes `toString` for one, too. */
const TAKEN = new Set(['Default', 'ExecutionRole', 'Resource', 'TaskRole']);

/** The id of a container in its task: its name. No name has a dot, so an id with a dot can't collide. */
function idOf(name: string): string {
  return TAKEN.has(name) || name in Object.prototype ? `${name}.Container` : name;
}

const TIMES = ['interval', 'timeout', 'startPeriod'] as const;

/** The CDK holds times that are tokens against their limits, and refuses them: they get into the template beside it. */
function withoutTokens(task: ecs.TaskDefinition, index: number, healthCheck: ecs.HealthCheck): ecs.HealthCheck {
  const known: { -readonly [property in keyof ecs.HealthCheck]: ecs.HealthCheck[property] } = { ...healthCheck };
  for (const property of TIMES) {
    const time = healthCheck[property];
    if (!time?.isUnresolved()) continue;
    known[property] = undefined;
    (task.node.defaultChild as ecs.CfnTaskDefinition)
      .addPropertyOverride(`ContainerDefinitions.${index}.HealthCheck.${property[0].toUpperCase()}${property.slice(1)}`, time.toSeconds());
  }
  return known;
}

/** The CDK compares a limit with the reservation even if it is a token, as if that were a number: it gets into the template beside it. */
function memoryLimit(task: ecs.TaskDefinition, index: number, { memoryLimitMiB, memoryReservationMiB }: ContainerOptions): number | undefined {
  if (memoryReservationMiB === undefined || !Token.isUnresolved(memoryLimitMiB)) return memoryLimitMiB;
  (task.node.defaultChild as ecs.CfnTaskDefinition).addPropertyOverride(`ContainerDefinitions.${index}.Memory`, memoryLimitMiB);
  return undefined;
}
