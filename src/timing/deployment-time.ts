import type { Estimates } from './estimates';
import { exactly, longest, NOTHING, sum, times, type Range } from './range';
import type { DeploymentSettings, ShiftSettings, TargetSettings } from './settings';

/** Duration of a deployment and of its parts, in seconds. */
export interface DeploymentTime extends Range {
  /** Number of times that ECS starts tasks and waits for them. */
  readonly waves: number;
  /** Starting the tasks, in all waves: an estimate. */
  readonly start: Range;
  /** Until they are healthy, in all waves. */
  readonly healthy: Range;
  /** Shifting the traffic, and watching it. */
  readonly shift: Range;
  /** Taking the last old tasks out of their load balancers. */
  readonly drain: Range;
  /** Ending them. */
  readonly stop: Range;
}

const NETWORK_BALANCER_SECONDS = 600;

/** The time that a deployment takes; `undefined`: it never ends. */
export function deploymentTime(settings: DeploymentSettings, { startSeconds, bootSeconds, shutdownSeconds }: Estimates): DeploymentTime | undefined {
  const { targets, containerCheckIntervals, stopTimeoutSeconds, shift, leavesOldTasks = false } = settings;
  const waves = shift ? Math.min(1, settings.tasks) : wavesOf(settings.tasks, settings.minHealthyPercent, settings.maxHealthyPercent);
  if (waves === undefined) return undefined;
  const ready = longest(
    exactly(bootSeconds),
    ...targets.map((target) => targetReady(target, bootSeconds)),
    ...containerCheckIntervals.map((interval) => containerReady(interval, bootSeconds)),
  );
  const parts = {
    start: times(waves, exactly(startSeconds)),
    healthy: times(waves, ready),
    shift: shift ? shiftTime(shift, targets.some(({ onNetworkBalancer }) => onNetworkBalancer)) : NOTHING,
    drain: waves === 0 || leavesOldTasks ? NOTHING : longest(...targets.map(({ deregistrationDelaySeconds }) => exactly(deregistrationDelaySeconds))),
    stop: waves === 0 || leavesOldTasks ? NOTHING : { atLeast: Math.min(shutdownSeconds, stopTimeoutSeconds), atMost: stopTimeoutSeconds },
  };
  return { waves, ...parts, ...sum(...Object.values(parts)) };
}

/**
 * A bake time follows each step but the last, which has its own.
 *
 * AWS documents a longer stage for a Network Load Balancer, and each step is a shift of its own in the stage of real traffic.
 */
function shiftTime({ stepPercent = 100, stepBakeSeconds, bakeSeconds, hasTestRoute }: ShiftSettings, onNetworkBalancer: boolean): Range {
  const steps = Math.ceil(100 / stepPercent);
  const bake = (steps - 1) * stepBakeSeconds + bakeSeconds;
  if (!onNetworkBalancer) return exactly(bake);
  const tests = hasTestRoute ? 1 : 0;
  return { atLeast: bake + (tests + 1) * NETWORK_BALANCER_SECONDS, atMost: bake + (tests + steps) * NETWORK_BALANCER_SECONDS };
}

/** Number of times that ECS starts tasks and waits for them until all are new; `undefined`: the deployment never ends. */
function wavesOf(tasks: number, minHealthyPercent: number, maxHealthyPercent: number): number | undefined {
  // ECS rounds the most tasks it may run down and the fewest up.
  const most = Math.floor(tasks * maxHealthyPercent / 100);
  const fewest = Math.ceil(tasks * minHealthyPercent / 100);
  let [old, fresh, waves] = [tasks, 0, 0];
  while (fresh < tasks) {
    const stopped = Math.max(0, Math.min(old, old + fresh - fewest));
    old -= stopped;
    const started = Math.max(0, Math.min(tasks - fresh, most - old - fresh));
    if (started === 0) return undefined;
    fresh += started;
    waves++;
  }
  return waves;
}

/**
 * Seconds until a load balancer counts a new task as healthy, which answers `bootSeconds` after it is registered.
 *
 * A new target needs one good check. Only a target that was unhealthy while it started needs as many as the threshold.
 */
function targetReady({ intervalSeconds, healthyThreshold, unhealthyThreshold }: TargetSettings, bootSeconds: number): Range {
  const failedAtLeast = Math.floor(bootSeconds / intervalSeconds);
  const failedAtMost = Math.ceil(bootSeconds / intervalSeconds);
  return {
    atLeast: bootSeconds + (failedAtLeast >= unhealthyThreshold ? (healthyThreshold - 1) * intervalSeconds : 0),
    atMost: bootSeconds + (failedAtMost >= unhealthyThreshold ? healthyThreshold : 1) * intervalSeconds,
  };
}

/** Seconds until a container is healthy: the first check runs after one interval, and one good check is enough. */
function containerReady(intervalSeconds: number, bootSeconds: number): Range {
  return exactly(intervalSeconds * Math.max(1, Math.ceil(bootSeconds / intervalSeconds)));
}
