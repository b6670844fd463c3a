import { Unknown } from '../../facts/fact';
import type { ServiceView } from './live-check';
import { minutesSince } from '../collect/service-state';
import type { Task } from '../collect/shapes';

/** Minutes in which a task is about to start: pulls of big images and new instances take some. */
const START_MINUTES = 15;
const NOT_RUNNING = ['PROVISIONING', 'PENDING', 'ACTIVATING'];

/** Tasks that wait for much longer than a start takes. */
export interface LongPending {
  readonly tasks: number;
  readonly minutes: number;
  /** State that the longest of them is in; `undefined`: the tasks were not read. */
  readonly status?: string;
}

/** Tasks of a service that have been about to start for too long; `undefined` if there is none. */
export function longPending({ live: { service, runningTasks }, now }: ServiceView): LongPending | undefined {
  if ((service.pendingCount ?? 0) === 0) return undefined;
  if (runningTasks instanceof Unknown) return byEvents(service, now);
  const waits = runningTasks
    .filter(({ lastStatus, createdAt }) => NOT_RUNNING.includes(lastStatus ?? '') && minutesSince(createdAt, now) > START_MINUTES)
    .sort(byAge);
  const [longest] = waits;
  return longest && { tasks: waits.length, minutes: Math.floor(minutesSince(longest.createdAt, now)), status: longest.lastStatus };
}

/** Without its tasks, the service shows when it last started some. */
function byEvents({ events = [], pendingCount = 0 }: ServiceView['live']['service'], now: Date): LongPending | undefined {
  const starts = events.filter(({ message }) => message?.includes('has started')).map(({ createdAt }) => minutesSince(createdAt, now));
  const minutes = Math.min(...starts);
  return starts.length === 0 || minutes <= START_MINUTES ? undefined : { tasks: pendingCount, minutes: Math.floor(minutes) };
}

function byAge(one: Task, other: Task): number {
  return Number(one.createdAt ?? 0) - Number(other.createdAt ?? 0);
}

/** Meaning of the states that tasks wait in, and what to do about them. */
export const WAITS: Readonly<Record<string, { readonly for: string; readonly fix: string } | undefined>> = {
  PROVISIONING: {
    for: 'for a place: an instance with room, or a network interface',
    fix: 'see whether the capacity provider starts instances: its Auto Scaling group may be at its maximum, or its instances do not join the cluster',
  },
  PENDING: {
    for: 'for the agent: it pulls the image, or the containers that others depend on do not get ready',
    fix: 'see whether the image is large or its registry is slow, whether the agent is connected, and which container others depend on',
  },
  ACTIVATING: {
    for: 'to be registered in target groups and in Service Connect',
    fix: 'see whether the target group and the namespace are there, and read the events of the service',
  },
};
