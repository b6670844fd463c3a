import { known, Unknown } from '../../../facts/fact';
import { count } from '../../collect/service-state';
import type { Container, TaskDefinition } from '../../collect/shapes';
import { groupBy } from '../../group-by';
import { classify } from '../classifier/classify';
import { onService, type LiveFinding } from '../live-check';
import { isProxy } from './sc-proxy-unhealthy';

type Definition = NonNullable<TaskDefinition['containerDefinitions']>[number];

/** Containers that ended, or fail their health check, in tasks that run on. */
export const opsContainerEnded = onService({
  id: 'ops-container-ended',
  check: ({ live: { runningTasks, taskDefinition } }) => {
    const tasks = known(runningTasks).filter(({ lastStatus, desiredStatus }) => lastStatus === 'RUNNING' && desiredStatus !== 'STOPPED');
    const definitions = taskDefinition instanceof Unknown ? [] : known(taskDefinition).containerDefinitions ?? [];
    const ended = tasks.flatMap(({ containers = [] }) => containers).filter((container) => container.lastStatus === 'STOPPED' && !isProxy(container)
      && isMissed(container, definitions.find(({ name }) => name === container.name)));
    // The health of a task is that of its essential containers.
    const ill = tasks.filter(({ healthStatus }) => healthStatus !== 'UNHEALTHY').flatMap(({ containers = [] }) => containers)
      .filter((container) => container.lastStatus !== 'STOPPED' && container.healthStatus === 'UNHEALTHY' && !isProxy(container));
    return [
      ...byName(ended).map((group) => finding(group, tasks.length)),
      ...byName(ill).map(([{ name = '' }, ...others]): LiveFinding => ({
        property: `containers[${name}]`,
        detail: `containers[${name}] (UNHEALTHY) fails its health check in ${others.length + 1} of ${count(tasks.length, 'running task')}, which are healthy without it`,
        fix: 'read the last log lines of the container, and run the command of its health check in it; make it essential if the application needs it',
      })),
    ];
  },
});

function byName(containers: readonly Container[]): readonly (readonly Container[])[] {
  return [...groupBy(containers, ({ name }) => name ?? '').values()];
}

/** A container that prepares a task ends well; one that serves others never should. */
function isMissed({ exitCode = 0, reason }: Container, definition: Definition | undefined): boolean {
  if (exitCode !== 0 || reason !== undefined) return true;
  const { healthCheck, firelensConfiguration, portMappings = [] } = definition ?? {};
  return healthCheck !== undefined || firelensConfiguration !== undefined || portMappings.length > 0;
}

function finding(containers: readonly Container[], tasks: number): LiveFinding {
  const [{ name = '', exitCode }] = containers;
  const reasons = [...new Set(containers.map(({ reason }) => reason).filter((reason) => reason !== undefined))];
  const meaning = reasons.map((reason) => classify(reason)).find((one) => typeof one === 'object');
  return {
    property: `containers[${name}]`,
    detail: `containers[${name}] (exit code ${exitCode ?? 'unknown'}) ended in ${containers.length} of ${count(tasks, 'running task')}, which run on without it`
      + (typeof meaning === 'object' ? `: such tasks ${meaning.means}` : ''),
    evidence: reasons,
  };
}
