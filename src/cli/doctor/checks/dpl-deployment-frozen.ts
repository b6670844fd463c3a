import { count, freshEvents, minutesSince, primary } from '../../collect/service-state';
import { onService, orNone, type LiveFinding, type ServiceView } from '../live-check';
import { longPending, WAITS } from '../pending';
import { standingTaskSets } from '../standing-task-sets';
import { allowedMinutes, LONG_MINUTES, patienceMinutes, since, standstillOf } from '../standstill';

// The circuit breaker never gives up before.
const MANY_FAILURES = 3;
/** A big service that starts tasks step by step is slow, and moves. */
const STEP_MINUTES = 10;
const TROUBLE = /unable|unhealthy|fail|not healthy|error/i;

export const dplDeploymentFrozen = onService({
  id: 'dpl-deployment-frozen',
  check: (view) => {
    const deployment = primary(view.live.service);
    if (!deployment) return standingTaskSets(view.live.service, view.now);
    if (deployment.rolloutState !== 'IN_PROGRESS') return [];
    const { runningCount = 0, desiredCount = 0 } = deployment;
    return runningCount < desiredCount ? incomplete(view, deployment) : complete(view, deployment);
  },
});

type Primary = NonNullable<ReturnType<typeof primary>>;

function incomplete(view: ServiceView, { runningCount = 0, desiredCount = 0, failedTasks = 0, createdAt }: Primary): readonly LiveFinding[] {
  const minutes = Math.floor(minutesSince(createdAt, view.now));
  if ((minutes < LONG_MINUTES && failedTasks < MANY_FAILURES) || (failedTasks === 0 && moves(view))) return [];
  const newest = freshEvents(view)[0]?.message;
  const pending = longPending(view);
  const waits = WAITS[pending?.status ?? ''];
  return [{
    property: 'deployments',
    detail: `deployment (in progress for ${count(minutes, 'minute')}) has ${runningCount} of ${count(desiredCount, 'task')}, and ${failedTasks} failed`
      + (pending && waits ? `; ${count(pending.tasks, 'task')} in ${pending.status} for ${count(pending.minutes, 'minute')}, which waits ${waits.for}` : ''),
    fix: waits?.fix,
    evidence: newest ? [newest] : [],
  }];
}

function moves(view: ServiceView): boolean {
  const events = freshEvents(view);
  const isRecent = ({ createdAt }: { readonly createdAt?: Date }): boolean => minutesSince(createdAt, view.now) < STEP_MINUTES;
  return events.some((event) => isRecent(event) && event.message?.includes('has started')) && !events.some(({ message }) => TROUBLE.test(message ?? ''));
}

/** All of its tasks run, and something else keeps it from its end. */
function complete(view: ServiceView, { runningCount = 0, desiredCount = 0, createdAt }: Primary): readonly LiveFinding[] {
  const [newest] = orNone(view.live.deployments);
  // Other checks report protected tasks, and hooks that wait for an answer.
  if (orNone(view.live.protectedTasks).length > 0) return [];
  const minutes = Math.floor(minutesSince(since(createdAt, newest), view.now));
  if (minutes <= Math.max(allowedMinutes(view), patienceMinutes(view.live.service, newest, []))) return [];
  const { waits, fix } = standstillOf(view);
  return [{
    property: 'deployments',
    detail: `deployment (in progress for ${count(minutes, 'minute')}) has ${runningCount} of ${count(desiredCount, 'task')} and does not end, ${waits}`,
    why: 'All of its tasks run: the deployment waits for something else, and CloudFormation with it, for three hours at most.',
    fix,
    evidence: [newest?.statusReason].filter((text) => text !== undefined),
  }];
}
