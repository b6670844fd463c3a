import { exactly, type Range } from './range';
import type { TargetSettings } from './settings';

/**
 * Seconds until a load balancer counts a new task as healthy, which answers `bootSeconds` after it is registered.
 *
 * A new target needs one good check. Only a target that was unhealthy while it started needs as many as the threshold.
 */
export function targetReady({ intervalSeconds, healthyThreshold, unhealthyThreshold }: TargetSettings, bootSeconds: number): Range {
  const failedAtLeast = Math.floor(bootSeconds / intervalSeconds);
  const failedAtMost = Math.ceil(bootSeconds / intervalSeconds);
  return {
    atLeast: bootSeconds + (failedAtLeast >= unhealthyThreshold ? (healthyThreshold - 1) * intervalSeconds : 0),
    atMost: bootSeconds + (failedAtMost >= unhealthyThreshold ? healthyThreshold : 1) * intervalSeconds,
  };
}

/** Seconds until a container is healthy: the first check runs after one interval, and one good check is enough. */
export function containerReady(intervalSeconds: number, bootSeconds: number): Range {
  return exactly(intervalSeconds * Math.max(1, Math.ceil(bootSeconds / intervalSeconds)));
}
