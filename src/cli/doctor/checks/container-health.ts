import { known } from '../../../facts/fact';
import { count, minutesSince } from '../../collect/service-state';
import type { Container, Task } from '../../collect/shapes';
import { onService } from '../live-check';
import { isProxy } from './sc-proxy-unhealthy';

/** Running tasks whose containers fail their health check. */
export const containerHealth = onService({
  id: 'dep-startup-longer-than-check',
  check: ({ live: { runningTasks, service }, now }) => {
    const tasks = known(runningTasks).filter(({ lastStatus, desiredStatus }) => lastStatus === 'RUNNING' && desiredStatus !== 'STOPPED');
    const unhealthy = tasks.filter((task) => isUnhealthy(task));
    if (unhealthy.length === 0) return [];
    const names = [...new Set(unhealthy.flatMap(({ containers = [] }) => containers.filter(isIll).map(({ name }) => name)))];
    // Until the grace period is over, ECS keeps them too.
    const isYoung = unhealthy.every(({ startedAt }) => minutesSince(startedAt, now) * 60 < (service.healthCheckGracePeriodSeconds ?? 0));
    return [{
      property: 'healthCheck',
      severity: isYoung ? 'warning' as const : 'error' as const,
      detail: `healthStatus (UNHEALTHY) of ${unhealthy.length} of ${count(tasks.length, 'running task')}${names.length > 0 ? `: the health check of ${names.join(', ')} fails` : ''}`,
      why: 'ECS replaces a task whose essential container is unhealthy once the grace period is over.',
      fix: 'run the command of the health check in the container, with aws ecs execute-command for example, and read the log of the container',
    }];
  },
});

function isUnhealthy({ healthStatus, containers = [] }: Task): boolean {
  return healthStatus === 'UNHEALTHY' && (containers.some(isIll) || !containers.some(isProxyIll));
}

function isIll(container: Container): boolean {
  return container.healthStatus === 'UNHEALTHY' && !isProxy(container);
}

function isProxyIll(container: Container): boolean {
  return container.healthStatus === 'UNHEALTHY' && isProxy(container);
}
