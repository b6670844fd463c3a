import type { ContainerFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { all, defineGotcha } from '../definition';

const PROXY_MIB = 64;

export const scTaskMemoryRoom = defineGotcha({
  id: 'sc-task-memory-room',
  title: 'A task without room for the Service Connect proxy',
  consequence: 'misbehaves',
  symptom: 'Tasks stop with `OutOfMemoryError`, or calls get slow under load, and the application has memory to spare.',
  why: 'ECS adds a proxy container to each task, which uses the memory and CPU of the task that the containers leave: without any, it is killed or starves, and the traffic stops.',
  rule: '`memory` of the task is set, and at least 64 MiB above what its containers have (`memory`, else `memoryReservation`). Its `cpu` should be above the '
    + 'sum of theirs, which is worth knowing only.',
  fix: 'raise the memory of the task by 64 MiB or more, and its cpu by 256, above what its containers have',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html',
  levels: ['synth', 'live'],
  subject: 'service',
  needs: ['connect', 'task'],
  check: ({ connect, task }) => !connect ? [] : all(
    () => {
      const memory = known(task.memoryMiB);
      if (memory === undefined) return [{ property: 'memory', detail: 'memory (none) of the task leaves the Service Connect proxy without a limit, and Service Connect needs one' }];
      const taken = sum(known(task.containers), ({ memoryMiB, memoryReservationMiB }) => known(memoryMiB) ?? known(memoryReservationMiB) ?? 0);
      return memory - taken >= PROXY_MIB ? [] : [{
        property: 'memory',
        detail: `memory (${memory} MiB) leaves ${Math.max(0, memory - taken)} MiB to the Service Connect proxy, beside containers with ${taken}`,
      }];
    },
    () => {
      const cpu = known(task.cpuUnits);
      const taken = sum(known(task.containers), ({ cpuUnits }) => known(cpuUnits) ?? 0);
      return cpu === undefined || taken < cpu ? [] : [{
        property: 'cpu', consequence: 'worth-knowing', detail: `cpu (${cpu} units) leaves nothing to the Service Connect proxy, beside containers with ${taken}`,
      }];
    },
  ),
});

function sum(containers: readonly ContainerFacts[], of: (container: ContainerFacts) => number): number {
  return containers.reduce((total, container) => total + of(container), 0);
}
