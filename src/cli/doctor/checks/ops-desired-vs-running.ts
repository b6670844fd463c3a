import { count, freshEvents, minutesSince, primary } from '../../collect/service-state';
import { onService } from '../live-check';
import { longPending, WAITS } from '../pending';

const MOMENT_MINUTES = 2;

export const opsDesiredVsRunning = onService({
  id: 'ops-desired-vs-running',
  check: (view) => {
    const { service } = view.live;
    const { runningCount = 0, pendingCount = 0, desiredCount = 0, schedulingStrategy } = service;
    const state = primary(service)?.rolloutState;
    const pending = longPending(view);
    // Another check reports deployments, and tasks that are about to start are no loss.
    if (state !== undefined && state !== 'COMPLETED') return [];
    if (!pending && (schedulingStrategy === 'DAEMON' || runningCount + pendingCount >= desiredCount)) return [];
    const events = freshEvents(view);
    // Scaling takes a moment: ECS has just begun.
    if (!pending && events.some(({ message, createdAt }) => message?.includes('has started') && minutesSince(createdAt, view.now) < MOMENT_MINUTES)) return [];
    const newest = events[0]?.message;
    const waits = WAITS[pending?.status ?? ''];
    return [{
      property: 'runningCount',
      detail: pending
        ? `runningCount (${runningCount}) is below the desired ${count(desiredCount, 'task')}: ${count(pending.tasks, 'task')} not running after ${count(pending.minutes, 'minute')}${waits ? `, in ${pending.status}, which waits ${waits.for}` : ''}`
        : `runningCount (${runningCount}) is below the desired ${count(desiredCount, 'task')}`,
      fix: waits?.fix,
      evidence: newest ? [newest] : [],
    }];
  },
});
