import type { ContainerFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { instanceSize } from '../../facts/instance-types';
import type { TaskFacts } from '../../facts/task';
import { defineGotcha } from '../definition';

export const ec2CapacityTooSmall = defineGotcha({
  id: 'ec2-capacity-too-small',
  title: 'A task is larger than any instance there can be',
  consequence: 'never-works',
  symptom: '`was unable to place a task because no container instance met all of its requirements … has insufficient memory available` (or `insufficient CPU units available`), and more instances don\'t help.',
  why: 'A task is placed on one instance whole, and an instance registers less memory than its type has, for the system and the agent need some of it.',
  rule: 'The memory of the task is less than that of the largest instance type, and its cpu no more. Where the task has none of its own, what its containers reserve is added up.',
  fix: 'take a larger instance type, or ask for less in the task',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/memory-management.html',
  levels: ['synth', 'live'],
  causalRank: 'start',
  isObserved: true,
  subject: 'service',
  needs: ['capacities', 'capacityProviderStrategy'],
  reads: ['task'],
  check: ({ capacities, capacityProviderStrategy, task }) => {
    const types = capacities.flatMap(({ instanceTypes }) => known(instanceTypes).map(known));
    const sizes = types.map((type) => instanceSize(type));
    if (types.length === 0) return [];
    if (sizes.includes(undefined)) return [{ notChecked: 'the size of an instance type is not known here' }];
    const memory = asked(task, 'memoryMiB', ({ memoryReservationMiB, memoryMiB }) => known(memoryReservationMiB) ?? known(memoryMiB));
    const cpu = asked(task, 'cpuUnits', ({ cpuUnits }) => known(cpuUnits));
    const fits = sizes.some((size) => size && memory < size.memoryMiB && cpu <= size.cpuUnits);
    return fits ? [] : [{
      property: 'taskDefinition',
      detail: `memory (${memory} MiB)${cpu > 0 ? ` and cpu (${cpu} units)` : ''} of a task do not fit on ${[...new Set(types)].join(' or ')}`,
      // Other apps may add instances to a cluster, not to a capacity provider.
      consequence: capacityProviderStrategy.length > 0 ? 'never-works' : 'risk',
    }];
  },
});

/** Size of the task, or of all its containers together. */
function asked(task: TaskFacts, property: 'memoryMiB' | 'cpuUnits', ofOne: (container: ContainerFacts) => number | undefined): number {
  return known(task[property]) ?? known(task.containers).reduce((sum, container) => sum + (ofOne(container) ?? 0), 0);
}
