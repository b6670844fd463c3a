import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { warnOfRest, type SidecarNeeds } from './check-sidecar';
import { ownLogs } from './own-logs';
import type { SidecarOptions } from './sidecar-options';
import { addedBy } from './task-containers';
import { allowPull } from '../containers/allow-pull';
import type { IEcsTask } from '../workload/ecs-task';

/** The shortest time between two restarts that ECS allows: an agent that crashes at once is not started again and again. */
const RESTART_PERIOD = Duration.seconds(60);

/** A container of a part: its room in the task, and the options of the CDK beside those that every sidecar has. */
export interface SidecarContainer extends SidecarNeeds {
  /** The image of this release, for options without one. */
  readonly defaultImage: string;
  /** True if the task ends with it. A container that is not essential is started again when it ends. */
  readonly essential: boolean;
  /** The configuration of a log router. */
  readonly firelensConfig?: ecs.FirelensConfig;
  readonly container?: Partial<ecs.ContainerDefinitionOptions>;
}

/** Services and tasks of this library, whose roles have a record of which container needs what. */
interface WithRoles {
  readonly taskRoles?: { _runs(containerNames: string[]): void };
}

/** Adds the container of a part to its task. The checks of `checkSidecar` have passed. */
export function addSidecar(part: Construct, options: SidecarOptions, sidecar: SidecarContainer): ecs.ContainerDefinition {
  const { task, image, cpu, memoryLimitMiB } = options;
  const { containerName, memoryReservationMiB, essential, firelensConfig } = sidecar;
  const { taskDefinition } = task;
  const props: ecs.ContainerDefinitionOptions = {
    containerName,
    image: image ?? ecs.ContainerImage.fromRegistry(sidecar.defaultImage),
    essential,
    ...essential ? {} : { enableRestartPolicy: true, restartAttemptPeriod: RESTART_PERIOD },
    cpu,
    memoryLimitMiB,
    // The CDK compares it with a limit that is a token, and refuses that. ECS reserves the limit where there is no reservation.
    memoryReservationMiB: Token.isUnresolved(memoryLimitMiB) ? undefined : memoryReservationMiB,
    logging: ownLogs(part, options, containerName),
    ...sidecar.container,
  };
  const container = firelensConfig
    ? taskDefinition.addFirelensLogRouter(containerName, { ...props, firelensConfig })
    : taskDefinition.addContainer(containerName, props);
  addedBy(sidecar.part, container);
  allowPull(taskDefinition, container);
  recordOn(task, containerName);
  warnOfRest(part, task);
  return container;
}

function recordOn(task: IEcsTask, containerName: string): void {
  (task as WithRoles).taskRoles?._runs([containerName]);
}
