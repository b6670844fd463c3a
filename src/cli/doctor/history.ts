import { lastFailure } from './last-failure';
import type { ServiceView } from './live-check';
import { isSteady, minutesSince, primary, STEADY } from '../collect/service-state';
import type { Task } from '../collect/shapes';

/** Relation of stops to what the service does now. */
export type Era = 'now' | 'recurring' | 'past';

/** A loop that reaches a steady state between two stops is not over before this many times their distance. */
const DISTANCES = 2;
/** Without a stop for so long, a service that has all of its tasks has got over it. */
const QUIET_MINUTES = 15;

/**
 * Decides whether stops are what the service suffers from now. They are past if the service has been steady since, or if a later deployment has
 * replaced theirs. Those that explain a failed deployment are of now, and so are those that go on between steady states.
 */
export function eraOf(view: ServiceView, stops: readonly Task[]): Era {
  const { service } = view.live;
  const times = stops.map(({ stoppedAt }) => Number(stoppedAt ?? view.now)).sort((one, other) => one - other);
  const last = times.at(-1) ?? 0;
  const steady = (service.events ?? []).filter(({ message }) => message?.includes(STEADY)).map(({ createdAt }) => Number(createdAt ?? 0));
  if (explainsFailure(view, stops)) return 'now';
  if (isReplaced(view, stops)) return 'past';
  const longest = Math.max(0, ...times.slice(1).map((time, index) => time - times[index]));
  const ago = view.now.getTime() - last;
  // ECS may keep the event of a steady state to itself.
  const isQuiet = isSteady(service) && ago > Math.max(QUIET_MINUTES * 60_000, DISTANCES * longest);
  if (!isQuiet && !steady.some((time) => time > last)) return 'now';
  const wasSteadyBetween = steady.some((time) => time > times[0] && time < last);
  return wasSteadyBetween && ago <= DISTANCES * longest ? 'recurring' : 'past';
}

/** Tasks of another deployment than the one of now, which stopped before it began. */
function isReplaced({ live: { service } }: ServiceView, stops: readonly Task[]): boolean {
  const deployment = primary(service);
  if (deployment?.createdAt === undefined) return false;
  const { id, createdAt } = deployment;
  return stops.every(({ startedBy, stoppedAt = createdAt }) => startedBy !== undefined && startedBy !== id && stoppedAt < createdAt);
}

/** Tasks of another revision than the one that a failed deployment went back to. */
function explainsFailure(view: ServiceView, stops: readonly Task[]): boolean {
  const failure = lastFailure(view);
  if (failure === undefined || minutesSince(failure.at, view.now) > 60) return false;
  const { taskDefinition } = view.live.service;
  return failure.status === 'FAILED' || stops.every(({ taskDefinitionArn }) => taskDefinitionArn !== taskDefinition);
}
