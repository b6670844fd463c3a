import { known } from '../../../facts/fact';
import { count, minutesSince, primary } from '../../collect/service-state';
import type { ProtectedTask, Service } from '../../collect/shapes';
import { onService } from '../live-check';

/** Minutes after which a deployment that waits for protected tasks takes long. */
const LONG_MINUTES = 30;

/** Reports tasks that scale-in protection keeps running beside those that are wanted. */
export const dplProtectedTasksBlock = onService({
  id: 'dpl-protected-tasks-block',
  check: ({ live: { service, protectedTasks }, now }) => {
    const tasks = known(protectedTasks);
    if (tasks.length === 0) return [];
    const minutes = Math.floor(minutesSince(primary(service)?.createdAt, now));
    return [{
      property: 'protectionEnabled',
      severity: severityAfter(minutes, service),
      detail: `protectionEnabled (on ${count(tasks.length, 'task')}${until(tasks)}) ${effectOn(service, minutes)}`,
      why: 'ECS stops no protected task, neither for scale-in nor for a deployment.',
      fix: 'let these tasks end their work and their protection; aws ecs update-task-protection --no-protection-enabled ends it at once',
    }];
  },
});

function isDeploying(service: Service): boolean {
  return primary(service)?.rolloutState === 'IN_PROGRESS';
}

/** Protected tasks are an error where the new ones find no room beside them. */
function severityAfter(minutes: number, service: Service): 'error' | 'warning' | 'info' {
  if (!isDeploying(service) || minutes < LONG_MINUTES) return 'info';
  const { runningCount = 0, desiredCount = 0 } = primary(service)!;
  return runningCount < desiredCount ? 'error' : 'warning';
}

function effectOn(service: Service, minutes: number): string {
  const { runningCount = 0, desiredCount = 0 } = service;
  return isDeploying(service) ? `holds up a deployment (in progress for ${count(minutes, 'minute')})`
    : `keeps ${count(runningCount, 'task')} running where ${desiredCount} are desired`;
}

function until(tasks: readonly ProtectedTask[]): string {
  const ends = tasks.flatMap(({ expirationDate }) => (expirationDate ? [expirationDate.getTime()] : []));
  return ends.length > 0 ? `, until ${new Date(Math.max(...ends)).toISOString()} at the latest` : '';
}
