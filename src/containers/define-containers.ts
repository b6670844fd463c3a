import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { ContainerPlan } from './container-plan';
import { pullable } from './pullable-image';
import type { TaskLogging } from './task-logging';

/** Adds the planned containers to the task definition, the main one first, and their dependencies. */
export function defineContainers(task: ecs.TaskDefinition, plans: readonly ContainerPlan[], logging: TaskLogging): void {
  for (const { name, essential, ports, options } of plans) {
    task.addContainer(name, {
      containerName: name,
      image: pullable(task, name, options.image),
      essential,
      command: options.command,
      entryPoint: options.entryPoint,
      environment: options.environment,
      secrets: options.secrets,
      healthCheck: options.healthCheck,
      startTimeout: options.startTimeout,
      stopTimeout: options.stopTimeout,
      user: options.user,
      workingDirectory: options.workingDirectory,
      readonlyRootFilesystem: options.readonlyRootFilesystem,
      cpu: options.cpu,
      memoryLimitMiB: options.memoryLimitMiB,
      memoryReservationMiB: options.memoryReservationMiB,
      linuxParameters: options.initProcess ? new ecs.LinuxParameters(task, `${name}Linux`, { initProcessEnabled: true }) : undefined,
      portMappings: ports.map((containerPort) => ({ containerPort })),
      logging: options.logDriver ?? logging.driverOf(name),
    });
  }
  for (const { name, options } of plans) {
    for (const { containerName, condition } of options.dependsOn ?? []) {
      containerOf(task, name).addContainerDependencies({ container: containerOf(task, containerName), condition });
    }
  }
}

/** A container of the task; the guards have seen to it that there is one of the name. */
export function containerOf(task: ecs.TaskDefinition, name: string): ecs.ContainerDefinition {
  return task.node.findChild(name) as ecs.ContainerDefinition;
}
