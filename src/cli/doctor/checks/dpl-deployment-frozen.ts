import { count, freshEvents, minutesSince, primary } from '../../collect/service-state';
import { onService } from '../live-check';

const LONG_MINUTES = 30;
// The circuit breaker never gives up before.
const MANY_FAILURES = 3;

export const dplDeploymentFrozen = onService({
  id: 'dpl-deployment-frozen',
  check: (view) => {
    const deployment = primary(view.live.service);
    if (deployment?.rolloutState !== 'IN_PROGRESS') return [];
    const { runningCount = 0, desiredCount = 0, failedTasks = 0 } = deployment;
    const minutes = Math.floor(minutesSince(deployment.createdAt, view.now));
    if (runningCount >= desiredCount || (minutes < LONG_MINUTES && failedTasks < MANY_FAILURES)) return [];
    const newest = freshEvents(view)[0]?.message;
    return [{
      property: 'deployments',
      detail: `deployment (in progress for ${count(minutes, 'minute')}) has ${runningCount} of ${count(desiredCount, 'task')}, and ${failedTasks} failed`,
      evidence: newest ? [newest] : [],
    }];
  },
});
