import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Annotations, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { SidecarOptions } from './sidecar-options';
import { sidecarOf } from './task-containers';
import { checkName, checkText, checkWholeNumber } from '../checks/arguments';
import { factOf } from '../checks/fact-of';
import { readProps } from '../checks/read-props';
import { containerFacts, type ContainerFacts } from '../facts/container';
import { Unknown, type Fact } from '../facts/fact';
import { taskFacts } from '../facts/task';
import { enforce, refuse } from '../gotchas/enforce';
import { tdDuplicateContainerName } from '../gotchas/td/td-duplicate-container-name';
import { checkTaskKind } from '../tasks/check-task-kind';
import { isWindows, resourceOf } from '../tasks/task-platform';
import type { IEcsTask } from '../workload/ecs-task';
import { containersOf } from '../tasks/containers-of';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html';

/** A container of a part, as far as the task limits it. */
export interface SidecarNeeds {
  /** The class of the part: a task has one of each. */
  readonly part: string;
  readonly containerName: string;
  readonly memoryReservationMiB: number;
  /** The page that names the platforms. */
  readonly docs: string;
}

/** The properties of a part as they are used. Throws for one that is required and left out, and for a task that is none. */
export function readSidecarProps<P extends SidecarOptions>(at: string, props: P, required: readonly (keyof P & string)[] = []): P {
  const read = readProps(at, props, ['task', ...required]);
  checkTaskKind(at, read.task);
  return read;
}

/** Throws for a container that the task can't have, or has already, or has no room for. Runs before anything is created. */
export function checkSidecar(at: string, options: SidecarOptions, needs: SidecarNeeds): void {
  const { task, cpu, memoryLimitMiB } = options;
  const { containerName, memoryReservationMiB } = needs;
  checkPlatform(at, task, needs);
  checkFree(at, task, needs);
  checkWholeNumber(at, 'cpu', cpu, { min: 0, max: 196608, unit: 'cpu units', docs: DOCS });
  checkWholeNumber(at, 'memoryReservationMiB', memoryReservationMiB, { min: 6, max: 1e9, unit: 'MiB', docs: DOCS });
  checkWholeNumber(at, 'memoryLimitMiB', memoryLimitMiB, { min: 6, max: 1e9, unit: 'MiB', docs: DOCS });
  const present = containersOf(task.taskDefinition).map(roomOf);
  const size = sizeOf(task.taskDefinition);
  enforce(at, 'task', taskFacts({ ...size, containers: [...present, room(containerName, cpu, memoryLimitMiB, memoryReservationMiB)] }));
}

function checkPlatform(at: string, { taskDefinition }: IEcsTask, { part, docs }: SidecarNeeds): void {
  const none = taskDefinition.networkMode === ecs.NetworkMode.NONE;
  if (!isWindows(taskDefinition) && !taskDefinition.isExternalCompatible && !none) return;
  const platform = isWindows(taskDefinition) ? 'runs Windows containers' : none ? 'has the network mode none' : 'runs on external instances';
  refuse({ headline: `task ${platform}, which ${part} does not support`, at, property: 'task', fix: `run the task on Linux with a network, on Fargate or EC2, or leave out ${part}`, docs });
}

function checkFree(at: string, { taskDefinition }: IEcsTask, { part, containerName }: SidecarNeeds): void {
  const other = sidecarOf(taskDefinition, part);
  if (other) {
    refuse({
      headline: `task has a ${part} already, the container '${other.containerName}'`,
      at,
      property: 'task',
      fix: `keep one ${part} for the task`,
      docs: DOCS,
    });
  }
  checkName(at, containerName);
  checkText(at, 'containerName', containerName, /^[A-Za-z0-9_-]{1,255}$/, 'have 1 to 255 letters, digits, hyphens and underscores', DOCS);
  if (!taskDefinition.findContainer(containerName) && !taskDefinition.node.tryFindChild(containerName)) return;
  refuse({
    headline: `containerName is '${containerName}', which the task has already`,
    gotcha: tdDuplicateContainerName,
    at,
    property: 'containerName',
    fix: 'choose another containerName',
  });
}

/** Warns where the containers reserve all memory of the task: the ones without a reservation are sure of none. */
export function warnOfRest(part: Construct, { taskDefinition }: IEcsTask): void {
  const { memoryMiB } = sizeOf(taskDefinition);
  const present = containersOf(taskDefinition).map(roomOf);
  const reserved = present.reduce((total, { memoryReservationMiB }) => total + (typeof memoryReservationMiB === 'number' ? memoryReservationMiB : 0), 0);
  const without = present.filter(({ memoryReservationMiB }) => memoryReservationMiB === undefined).map(({ name }) => String(name));
  if (typeof memoryMiB !== 'number' || reserved < memoryMiB || without.length === 0) return;
  Annotations.of(part).addWarningV2(
    'cdk-ecs-guardrails:noMemoryLeft',
    `the containers of the task reserve all of its ${memoryMiB} MiB, and nothing is left for ${without.join(', ')}: raise the size of the task`,
  );
}

function roomOf(container: ecs.ContainerDefinition): ContainerFacts {
  const { name, cpu, memory, memoryReservation } = container.renderContainerDefinition();
  return room(name, cpu, memory, memoryReservation);
}

function room(name: string, cpu?: number, memory?: number, memoryReservation?: number): ContainerFacts {
  return containerFacts({ name: factOf(name), cpuUnits: factOf(cpu), memoryMiB: factOf(memory), memoryReservationMiB: factOf(memoryReservation) });
}

/** Size of a task definition; on EC2 it may have none. */
function sizeOf(taskDefinition: ecs.TaskDefinition): { readonly cpuUnits: Fact<number | undefined>; readonly memoryMiB: Fact<number | undefined> } {
  const { cpu, memory } = resourceOf(taskDefinition);
  return { cpuUnits: numberOf(taskDefinition, cpu), memoryMiB: numberOf(taskDefinition, memory) };
}

function numberOf(scope: ecs.TaskDefinition, value: string | undefined): Fact<number | undefined> {
  const resolved: unknown = Stack.of(scope).resolve(value);
  if (resolved === undefined) return undefined;
  return Number.isNaN(Number(resolved)) ? new Unknown('the size of the task is known at deployment') : Number(resolved);
}
