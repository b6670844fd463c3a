import type { ServiceView } from './live-check';
import { known } from '../../facts/fact';
import { nameIn, STEADY } from '../collect/service-state';
import type { ServiceEvent, Task } from '../collect/shapes';

/** Other events that ECS waits for before a service is steady, which is then later than its new tasks are ready. */
const SOMETHING_ELSE = /draining|deregistered|has stopped/;

/**
 * The longest that tasks of the current revision took until all of their health checks passed, in seconds and from above: from the start of
 * a task to the moment when ECS reported the service as steady. `undefined` where the events are gone.
 */
export function bootSeconds({ live: { service, runningTasks } }: ServiceView): number | undefined {
  const events = [...service.events ?? []].sort((one, other) => Number(one.createdAt ?? 0) - Number(other.createdAt ?? 0));
  const times = known(runningTasks)
    .filter(({ taskDefinitionArn }) => taskDefinitionArn === service.taskDefinition)
    .flatMap((task) => secondsOf(task, events) ?? []);
  return times.length === 0 ? undefined : Math.max(...times);
}

function secondsOf({ taskArn, startedAt }: Task, events: readonly ServiceEvent[]): number | undefined {
  const placed = events.findIndex(({ message }) => message?.includes('has started') && message.includes(`(task ${nameIn(taskArn)})`));
  if (placed === -1 || startedAt === undefined) return undefined;
  const after = events.slice(placed + 1);
  const steady = after.findIndex(({ message }) => message?.includes(STEADY));
  const at = after[steady]?.createdAt;
  if (at === undefined || after.slice(0, steady).some(({ message }) => SOMETHING_ELSE.test(message ?? ''))) return undefined;
  return Math.max(0, (at.getTime() - startedAt.getTime()) / 1000);
}
