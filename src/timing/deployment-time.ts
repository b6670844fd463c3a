import type { Estimates } from './estimates';
import { exactly, longest, NOTHING, sum, times, type Range } from './range';
import { containerReady, targetReady } from './ready';
import type { DeploymentSettings, ShiftSettings } from './settings';
import { wavesOf } from './waves';

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
