import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Stack, Token } from 'aws-cdk-lib/core';
import type { MountOptions } from './mount-options';
import { isWindows } from '../tasks/task-platform';
import { checkText } from '../checks/arguments';
import { readProps } from '../checks/read-props';
import { refuse } from '../gotchas/enforce';
import { checkTaskKind } from '../tasks/check-task-kind';
import type { IEcsTask } from '../workload/ecs-task';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html';

/** The properties of a mount as they are used. Throws for one that is required and left out, and for a task that is none. */
export function readMountProps<P extends MountOptions>(at: string, props: P, required: readonly (keyof P & string)[] = []): P {
  const read = readProps(at, props, ['task', 'containerPath', ...required]);
  checkTaskKind(at, read.task);
  return read;
}

/** The container that mounts the volume. Throws for a container that the task doesn't have, and for a path that can't be mounted. */
export function checkMount(at: string, { task, containerName, containerPath }: MountOptions): ecs.ContainerDefinition {
  const container = containerName === undefined
    ? task.mainContainer
    : task.taskDefinition.findContainer(containerName) ?? refuseContainer(at, containerName);
  checkPath(at, task, containerPath);
  checkFree(at, container, containerPath);
  return container;
}

function checkPath(at: string, { taskDefinition }: IEcsTask, path: string): void {
  if (isWindows(taskDefinition)) {
    checkText(at, 'containerPath', path, /^[A-Za-z]:[^<>:"|?*]*$/, 'be an absolute path of Windows: C:\\data', DOCS);
    return;
  }
  // Docker separates the parts of a mount by colons.
  checkText(at, 'containerPath', path, /^\/[^:\0]*$/, 'be an absolute path without a colon: /srv/data', DOCS);
  if (Token.isUnresolved(path) || pathOf(path) !== '/') return;
  refuse({
    headline: `containerPath is '${path}', the root directory of the container, which comes from the image`,
    at,
    property: 'containerPath',
    fix: 'mount the volume on a directory below it: /srv/data',
    docs: DOCS,
  });
}

/** Throws for a path on which the container has a volume or a tmpfs already. */
function checkFree(at: string, container: ecs.ContainerDefinition, path: string): void {
  if (Token.isUnresolved(path) || !pathsOf(container).includes(pathOf(path))) return;
  refuse({
    headline: `containerPath is '${path}', where container '${container.containerName}' mounts another volume`,
    at,
    property: 'containerPath',
    why: 'A path of a container can have one mount: the container does not start with two.',
    fix: 'choose another containerPath, or remove the other volume',
    docs: DOCS,
  });
}

/** The paths on which a container mounts something. */
export function pathsOf(container: ecs.ContainerDefinition): string[] {
  const linux = Stack.of(container).resolve(container.linuxParameters?.renderLinuxParameters());
  const { tmpfs = [] } = (linux ?? {}) as ecs.CfnTaskDefinition.LinuxParametersProperty;
  return [
    ...container.mountPoints.map(({ containerPath }) => containerPath),
    ...(tmpfs as ecs.CfnTaskDefinition.TmpfsProperty[]).map(({ containerPath }) => containerPath ?? ''),
  ].filter((path) => typeof path === 'string' && !Token.isUnresolved(path)).map(pathOf);
}

/** A path without what doesn't change it: a slash at the end, doubled slashes, and `.` as a directory. */
function pathOf(path: string): string {
  return `/${path.split('/').filter((part) => part !== '' && part !== '.').join('/')}`;
}

function refuseContainer(at: string, containerName: string): never {
  return refuse({
    headline: `containerName is ${Token.isUnresolved(containerName) ? 'a token' : `'${containerName}'`}, and the task has no such container`,
    at,
    property: 'containerName',
    fix: 'use the name of a container of the task, or leave out containerName for the main container',
    docs: DOCS,
  });
}
