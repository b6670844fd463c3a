import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Aspects, Token } from 'aws-cdk-lib/core';
import { refuse } from '../gotchas/enforce';
import { containersOf } from '../tasks/containers-of';

/** Containers that parts of this library added to tasks, with the class of the part. */
const SIDECARS = new WeakMap<ecs.ContainerDefinition, string>();

/** Notes that a part added a container. */
export function addedBy(part: string, container: ecs.ContainerDefinition): void {
  SIDECARS.set(container, part);
}

/** The container that a part of a class added to the task, if there is one. */
export function sidecarOf(taskDefinition: ecs.TaskDefinition, part: string): ecs.ContainerDefinition | undefined {
  return containersOf(taskDefinition).find((container) => SIDECARS.get(container) === part);
}

/**
 * Calls a function with each container that a sidecar serves: those of the names, else all that no part of this library added, with
 * those that are added to the task until synthesis.
 */
export function eachServed(
  taskDefinition: ecs.TaskDefinition, names: readonly string[] | undefined, serve: (container: ecs.ContainerDefinition) => void,
): void {
  if (names) {
    names.forEach((name) => serve(taskDefinition.findContainer(name)!));
    return;
  }
  const served = new Set<ecs.ContainerDefinition>();
  const serveAll = () => {
    for (const container of containersOf(taskDefinition)) {
      if (SIDECARS.has(container) || served.has(container)) continue;
      served.add(container);
      serve(container);
    }
  };
  serveAll();
  Aspects.of(taskDefinition).add({
    visit: (node) => {
      if (node === taskDefinition) serveAll();
    },
  });
}

/** The containers that a sidecar serves, without those that are added later. */
export function presentOf(taskDefinition: ecs.TaskDefinition, names: readonly string[] | undefined): readonly ecs.ContainerDefinition[] {
  return containersOf(taskDefinition).filter((container) => names?.includes(container.containerName) ?? !SIDECARS.has(container));
}

/** Throws for names of containers that the task doesn't have. */
export function checkServed(at: string, taskDefinition: ecs.TaskDefinition, names: readonly string[] | undefined): void {
  const missing = names?.find((name) => !taskDefinition.findContainer(name));
  if (missing === undefined && names?.length !== 0) return;
  const present = containersOf(taskDefinition).filter((container) => !SIDECARS.has(container)).map(({ containerName }) => containerName);
  refuse({
    headline: missing === undefined ? 'containerNames is empty' : `containerNames has ${Token.isUnresolved(missing) ? 'a token' : `'${missing}'`}, and the task has no such container`,
    at,
    property: 'containerNames',
    fix: `use names of containers of the task (${present.join(', ')}), or leave out containerNames for all`,
  });
}

/** Lets a container wait for a sidecar, and so stop before it, unless the container waits for it already. */
export function waitFor(container: ecs.ContainerDefinition, sidecar: ecs.ContainerDefinition, condition: ecs.ContainerDependencyCondition): void {
  if (container.containerDependencies.some((dependency) => dependency.container === sidecar)) return;
  container.addContainerDependencies({ container: sidecar, condition });
}
