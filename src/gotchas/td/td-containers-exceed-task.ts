import type { ContainerFacts } from '../../facts/container';
import { known, knownOf, type Fact } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

export const tdContainersExceedTask = defineGotcha({
  id: 'td-containers-exceed-task',
  title: 'Containers ask for more than their task has',
  consequence: 'rejected',
  symptom: '`The \'memory\' setting for container … is greater than for the task.`',
  why: 'ECS refuses to register a task definition whose containers together reserve more cpu or memory than the task, '
    + 'or of which one may use more memory than the task or less than it reserves. A container without a reservation is reserved its limit; the one that asks for the last memory of a task is killed.',
  rule: 'The cpu of all containers together is at most that of the task, and so are their memory reservations. No container has a memory limit above the memory of the task, nor a reservation above its own limit. Where a container has a limit and no reservation, its limit is added to the reservations of the others (a warning).',
  fix: 'raise the size of the task to the sum of its containers, or lower those of the containers',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  levels: ['construct', 'synth', 'live'],
  subject: 'task',
  needs: ['containers'],
  reads: ['cpuUnits', 'memoryMiB'],
  check: ({ containers, cpuUnits, memoryMiB }) => all(
    () => sumWithin('cpu', known(cpuUnits), 'cpu', containers.map((container) => container.cpuUnits)),
    () => memoryWithin(containers, known(memoryMiB)),
    () => each(containers, (container) => limitWithinTask(container, known(memoryMiB))),
    () => each(containers, reservationWithinLimit),
  ),
});

function sumWithin(
  taskProperty: string, available: number | undefined, property: string, asked: readonly Fact<number | undefined>[],
): readonly Result[] {
  if (available === undefined) return [];
  const sum = knownOf(asked).reduce<number>((total, value) => total + (value ?? 0), 0);
  if (sum > available) {
    return [{
      property: taskProperty,
      detail: `${taskProperty} (${available}) is less than the ${property} of the containers together (${sum})`,
      fix: `raise ${taskProperty} to ${sum} or more, or lower the ${property} of the containers`,
    }];
  }
  asked.forEach(known);
  return [];
}

/** Limits may add up to more than the task has where containers reserve less. */
function memoryWithin(containers: readonly ContainerFacts[], available: number | undefined): readonly Result[] {
  const reserved = sumWithin('memoryLimitMiB', available, 'memoryReservationMiB', containers.map((container) => container.memoryReservationMiB));
  if (reserved.length > 0 || available === undefined) return reserved;
  const limits = containers.map(({ memoryReservationMiB, memoryMiB }) => known(memoryReservationMiB) ?? known(memoryMiB) ?? 0);
  const sum = limits.reduce((total, value) => total + value, 0);
  // A limit above the memory of the task is refused by itself.
  if (sum <= available || containers.some(({ memoryMiB }) => (known(memoryMiB) ?? 0) > available)) return [];
  return [{
    property: 'memoryLimitMiB',
    consequence: 'risk',
    detail: `memoryLimitMiB (${available}) of the task is less than what its containers may use together (${sum})`,
    fix: `raise memoryLimitMiB of the task to ${sum} or more, or lower the limits of the containers`,
  }];
}

function limitWithinTask(container: ContainerFacts, taskMemoryMiB: number | undefined): readonly Result[] {
  if (taskMemoryMiB === undefined) return [];
  const limit = known(container.memoryMiB);
  if (limit === undefined || limit <= taskMemoryMiB) return [];
  return [{
    property: ofContainer(container, 'memoryLimitMiB'),
    detail: `memoryLimitMiB (${limit}) is more than the task has (${taskMemoryMiB})`,
    fix: `lower memoryLimitMiB of the container to ${taskMemoryMiB} or less, or raise that of the task`,
  }];
}

function reservationWithinLimit(container: ContainerFacts): readonly Result[] {
  const limit = known(container.memoryMiB);
  if (!limit) return [];
  const reservation = known(container.memoryReservationMiB);
  if (reservation === undefined || reservation <= limit) return [];
  return [{
    property: ofContainer(container, 'memoryReservationMiB'),
    detail: `memoryReservationMiB (${reservation}) is more than memoryLimitMiB (${limit})`,
    fix: `lower memoryReservationMiB to ${limit} or less, or raise memoryLimitMiB`,
  }];
}
