import type { ContainerFacts } from '../../facts/container';
import { known, knownOf, Unknown } from '../../facts/fact';
import { defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

export const depCycle = defineGotcha({
  id: 'dep-cycle',
  title: 'Containers wait for each other, or for one that is not there',
  consequence: 'rejected',
  symptom: 'Registering the task definition fails with a `ClientException`, as in `Cannot depend on container … because it does not exist`.',
  why: 'Containers that wait for each other, or for a name that no container has, can never start; ECS refuses to register them.',
  rule: 'Each `dependsOn` names another container of the same task, and following the dependencies never leads back to where one started.',
  fix: 'remove one of the dependencies',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html',
  levels: ['construct', 'synth', 'live'],
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => [...unknownContainers(containers), ...cycles(dependencies(containers))],
});

function unknownContainers(containers: readonly ContainerFacts[]): readonly Result[] {
  const names = containers.map((container) => container.name);
  return each(containers, (container) => each(known(container.dependsOn), (dependency) => {
    const target = known(dependency.containerName);
    if (knownOf(names).includes(target)) return [];
    const has = names.map(known).join(', ');
    return [{
      property: ofContainer(container, 'dependsOn'),
      detail: `dependsOn (${target}) is not a container of the task, which has ${has}`,
      fix: 'name a container of the task, or remove the dependency',
    }];
  }));
}

/** Each container, and the containers it waits for, as far as both are known. */
function dependencies(containers: readonly ContainerFacts[]): ReadonlyMap<string, readonly string[]> {
  return new Map(containers.flatMap(({ name, dependsOn }) => name instanceof Unknown || dependsOn instanceof Unknown
    ? []
    : [[name, knownOf(dependsOn.map((dependency) => dependency.containerName))]]));
}

function cycles(waitsFor: ReadonlyMap<string, readonly string[]>): readonly Result[] {
  const reported = new Set<string>();
  return [...waitsFor.keys()].flatMap((name) => {
    const path = reported.has(name) ? undefined : pathBack(waitsFor, name);
    if (!path) return [];
    path.forEach((member) => reported.add(member));
    return [{
      property: `containers[${name}].dependsOn`,
      detail: path.length === 1
        ? `dependsOn (${name}) waits for its own container`
        : `dependsOn (${[...path, name].join(' -> ')}) goes round in a circle`,
    }];
  });
}

/** The shortest way along the dependencies from a container back to itself. */
function pathBack(waitsFor: ReadonlyMap<string, readonly string[]>, start: string): readonly string[] | undefined {
  const seen = new Set<string>();
  let paths: string[][] = [[start]];
  while (paths.length > 0) {
    const back = paths.find((path) => waitsFor.get(path[path.length - 1])?.includes(start));
    if (back) return back;
    paths = paths.flatMap((path) => (waitsFor.get(path[path.length - 1]) ?? [])
      .filter((next) => !seen.has(next) && seen.add(next))
      .map((next) => [...path, next]));
  }
  return undefined;
}
