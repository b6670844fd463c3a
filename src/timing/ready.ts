import { exactly, type Range } from './range';
import type { TargetSettings } from './settings';

/**
 * How long a load balancer takes to call a new task healthy that answers `bootSeconds` after it is registered.
 *
 * A new target needs one good check. Only one that was called unhealthy while it started needs as many as the threshold says.
 */
export function targetReady({ intervalSeconds, healthyThreshold, unhealthyThreshold }: TargetSettings, bootSeconds: number): Range {
  const failedAtLeast = Math.floor(bootSeconds / intervalSeconds);
  const failedAtMost = Math.ceil(bootSeconds / intervalSeconds);
  return {
    atLeast: bootSeconds + (failedAtLeast >= unhealthyThreshold ? (healthyThreshold - 1) * intervalSeconds : 0),
    atMost: bootSeconds + (failedAtMost >= unhealthyThreshold ? healthyThreshold : 1) * intervalSeconds,
  };
}

/** How long a container takes to get healthy: the first check comes after one interval, and one good check is enough. */
export function containerReady(intervalSeconds: number, bootSeconds: number): Range {
  return exactly(intervalSeconds * Math.max(1, Math.ceil(bootSeconds / intervalSeconds)));
}
