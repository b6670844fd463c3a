import { known } from '../../../facts/fact';
import type { LiveTargetGroup } from '../../collect/account';
import type { TaskDefinition } from '../../collect/shapes';
import { bootSeconds } from '../boot-time';
import { onService, type LiveResult } from '../live-check';

/** ECS polls for the steady state of a service. */
const NOTICED_SECONDS = 30;
/** A start that uses this part of the allowed time fails when it is a little slower. */
const CLOSE = 0.8;
const LONG_GRACE_SECONDS = 600;
const FAR_ABOVE = 10;

/** Compares the start time of tasks with the time that ECS allows. */
export const netGracePeriodMissing = onService({
  id: 'net-grace-period-missing',
  check: (view) => {
    const { service, targetGroups, taskDefinition } = view.live;
    const groups = known(targetGroups);
    const windows = [...groups.map(failsAfter), ...failures(known(taskDefinition))];
    if (windows.length === 0) return [];
    const boot = bootSeconds(view);
    if (boot === undefined) return [{ notChecked: 'events no longer show how long tasks took to start' }];
    const grace = service.healthCheckGracePeriodSeconds ?? 0;
    return [...tooClose(boot, grace, groups, windows), ...farAbove(boot, grace)];
  },
});

function tooClose(boot: number, grace: number, groups: readonly LiveTargetGroup[], windows: readonly number[]): readonly LiveResult[] {
  const patience = Math.max(grace, Math.min(...windows));
  const ready = boot - NOTICED_SECONDS - Math.max(0, ...groups.map(confirmedAfter));
  if (ready <= CLOSE * patience) return [];
  return [{
    property: 'healthCheckGracePeriodSeconds',
    severity: 'warning',
    detail: `healthCheckGracePeriodSeconds (${grace}) with these health checks leaves a task ${patience} s to start, and the last ones took about ${Math.round(ready)} s`,
    why: 'ECS stops a task that is unhealthy after the grace period: a start that is a little slower than the last one fails.',
    fix: `set healthCheckGracePeriodSeconds to ${Math.ceil(2 * ready / 30) * 30} or so, or make the start quicker`,
  }];
}

function farAbove(boot: number, grace: number): readonly LiveResult[] {
  if (grace < LONG_GRACE_SECONDS || grace < FAR_ABOVE * boot) return [];
  return [{
    property: 'healthCheckGracePeriodSeconds',
    severity: 'info',
    detail: `healthCheckGracePeriodSeconds (${grace}) is far above the ${Math.round(boot)} s in which tasks become healthy`,
    why: 'A task that never becomes healthy is kept for that long, and a deployment that fails takes as long to be seen.',
    fix: 'lower healthCheckGracePeriodSeconds to about twice the time that a start takes',
  }];
}

/** Seconds until a target that never answers is unhealthy. */
function failsAfter({ targetGroup: { HealthCheckIntervalSeconds = 30, UnhealthyThresholdCount = 2 } }: LiveTargetGroup): number {
  return HealthCheckIntervalSeconds * UnhealthyThresholdCount;
}

/** Seconds from the first good answer to a healthy target. */
function confirmedAfter({ targetGroup: { HealthCheckIntervalSeconds = 30, HealthyThresholdCount = 5 } }: LiveTargetGroup): number {
  return HealthCheckIntervalSeconds * (HealthyThresholdCount - 1);
}

/** Seconds until the health checks of the essential containers fail. */
function failures({ containerDefinitions = [] }: TaskDefinition): readonly number[] {
  return containerDefinitions.flatMap(({ essential = true, healthCheck }) => {
    if (!essential || !healthCheck) return [];
    const { interval = 30, retries = 3, startPeriod = 0 } = healthCheck;
    return [startPeriod + interval * retries];
  });
}
