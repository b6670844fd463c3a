import { count, freshEvents, minutesSince, primary } from '../../collect/service-state';
import { onService } from '../live-check';

const MOMENT_MINUTES = 2;

export const opsDesiredVsRunning = onService({
  id: 'ops-desired-vs-running',
  check: (view) => {
    const { service } = view.live;
    const { runningCount = 0, pendingCount = 0, desiredCount = 0, schedulingStrategy } = service;
    const state = primary(service)?.rolloutState;
    // Another check speaks of deployments, and tasks that are about to start are no loss.
    if (schedulingStrategy === 'DAEMON' || (state !== undefined && state !== 'COMPLETED') || runningCount + pendingCount >= desiredCount) return [];
    const events = freshEvents(view);
    // Scaling takes a moment: ECS has just begun.
    if (events.some(({ message, createdAt }) => message?.includes('has started') && minutesSince(createdAt, view.now) < MOMENT_MINUTES)) return [];
    const newest = events[0]?.message;
    return [{
      property: 'runningCount',
      detail: `runningCount (${runningCount}) is below the desired ${count(desiredCount, 'task')}`,
      evidence: newest ? [newest] : [],
    }];
  },
});
