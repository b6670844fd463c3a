import type { Deployment, ScalableTarget, Service, ServiceEvent } from './shapes';

/** The deployment that ECS is rolling out, or has rolled out last. */
export function primary({ deployments }: Service): Deployment | undefined {
  return deployments?.find(({ status }) => status === 'PRIMARY');
}

/** All tasks run, and no deployment is under way or has failed. */
export function isSteady(service: Service): boolean {
  const { deployments = [], runningCount = 0, desiredCount = 0 } = service;
  const states = deployments.map(({ rolloutState }) => rolloutState);
  return runningCount === desiredCount && deployments.length <= 1 && states.every((state) => state === undefined || state === 'COMPLETED');
}

/** As many tasks are desired as its scaling allows. */
export function isAtMax({ desiredCount = 0 }: Service, { MaxCapacity = Infinity }: ScalableTarget): boolean {
  return desiredCount >= MaxCapacity;
}

export function minutesSince(date: Date | undefined, now: Date): number {
  return date === undefined ? 0 : (now.getTime() - date.getTime()) / 60_000;
}

/** Event of ECS for a service whose tasks are all healthy. */
export const STEADY = 'has reached a steady state';
// ECS may keep the same event to itself for so long.
const EVENT_MINUTES = 6 * 60;

/** A service at one moment. */
interface ServiceAt {
  readonly live: { readonly service: Service };
  readonly now: Date;
}

/** Events since the service was last steady, of the last hours, the newest first. */
export function freshEvents({ live: { service }, now }: ServiceAt): readonly ServiceEvent[] {
  const events = [...service.events ?? []].sort((one, other) => Number(other.createdAt ?? 0) - Number(one.createdAt ?? 0));
  const steady = events.findIndex(({ message }) => message?.includes(STEADY));
  return events.slice(0, steady === -1 ? undefined : steady).filter(({ createdAt }) => minutesSince(createdAt, now) <= EVENT_MINUTES);
}

/** `3 tasks`, `1 task`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** The last part of an ARN. */
export function nameIn(arn: string | undefined): string {
  return arn?.split('/').at(-1) ?? '';
}
