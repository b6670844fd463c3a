import { known } from '../../../facts/fact';
import type { ContainerInstance, TaskDefinition } from '../../collect/shapes';
import { runsOnInstances } from '../compute';
import { onService } from '../live-check';

/** A task that is bigger than every instance, empty as it may be. */
export const ec2CapacityTooSmall = onService({
  id: 'ec2-capacity-too-small',
  check: ({ cluster, live: { service, taskDefinition } }) => {
    // Capacity providers may start bigger ones.
    if (!runsOnInstances(service, cluster) || service.launchType !== 'EC2') return [];
    const instances = known(cluster.containerInstances).filter(({ status }) => status === 'ACTIVE');
    if (instances.length === 0) return [];
    const task = known(taskDefinition);
    const tooBig = ([['CPU', taskCpu(task)], ['MEMORY', taskMemory(task)]] as const)
      .map(([name, needs]) => ({ name, needs, most: Math.max(...instances.map((instance) => registered(instance, name))) }))
      .find(({ needs, most }) => needs > most);
    return tooBig ? [{
      property: tooBig.name === 'CPU' ? 'cpu' : 'memory',
      severity: 'error' as const,
      detail: tooBig.name === 'CPU'
        ? `cpu (${tooBig.needs}) of the task is more than the biggest instance has (${tooBig.most})`
        : `memory (${tooBig.needs}) of the task is more than the biggest instance has (${tooBig.most} MiB)`,
      fix: 'make the task smaller, or take bigger instances: the system keeps part of their memory',
    }] : [];
  },
});

function taskCpu({ cpu, containerDefinitions = [] }: TaskDefinition): number {
  return cpu === undefined ? sum(containerDefinitions.map((container) => container.cpu ?? 0)) : Number(cpu);
}

function taskMemory({ memory, containerDefinitions = [] }: TaskDefinition): number {
  return memory === undefined ? sum(containerDefinitions.map((container) => container.memoryReservation ?? container.memory ?? 0)) : Number(memory);
}

function registered({ registeredResources = [] }: ContainerInstance, name: string): number {
  return registeredResources.find((resource) => resource.name === name)?.integerValue ?? Infinity;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
