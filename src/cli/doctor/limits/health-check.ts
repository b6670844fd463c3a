import type { ContainerDefinition, NameLimit } from './limit';

/** Defaults of ECS. */
const INTERVAL = 30;
const RETRIES = 3;

/** Time that the health check of a container leaves it. */
export const healthCheck: NameLimit = ({ meaning, tasks, definition }) => {
  if (meaning.id !== 'dep-startup-longer-than-check') return undefined;
  const checked = (definition?.containerDefinitions ?? []).filter(({ healthCheck: check }) => check !== undefined);
  const unhealthy = tasks.flatMap(({ containers = [] }) => containers.filter(({ healthStatus }) => healthStatus === 'UNHEALTHY').map(({ name }) => name));
  const failed = checked.find(({ name }) => unhealthy.includes(name)) ?? (checked.length === 1 ? checked[0] : undefined);
  return failed && { means: `${meaning.means}: ${limitOf(failed)}` };
};

function limitOf({ name = '', healthCheck: check }: ContainerDefinition): string {
  const { interval = INTERVAL, retries = RETRIES, startPeriod = 0 } = check ?? {};
  const start = startPeriod > 0 ? `startPeriod of ${startPeriod} s` : 'no startPeriod';
  return `that of container ${name} has an interval of ${interval} s, ${retries} retries and ${start}, so ${interval * retries} s of failures end the task`;
}
