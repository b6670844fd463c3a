import { count, minutesSince, nameIn } from '../collect/service-state';
import type { Service, TaskSet } from '../collect/shapes';
import type { LiveFinding } from './live-check';
import { LONG_MINUTES } from './standstill';

/** Minutes after which CodeDeploy gives up on a hook: a task set that is steady for longer waits for a person. */
const HOOK_MINUTES = 60;

/** Task sets beside the primary one that don't get on: deployments of CodeDeploy and of other controllers are made of task sets. */
export function standingTaskSets({ taskSets = [], deploymentController }: Service, now: Date): readonly LiveFinding[] {
  const primary = taskSets.find(({ status }) => status === 'PRIMARY');
  // An older one is what is left of the deployment before, and is kept on purpose for a rollback.
  const newer = taskSets.filter(({ status, createdAt }) => status === 'ACTIVE' && Number(createdAt ?? 0) > Number(primary?.createdAt ?? 0));
  return newer.flatMap((set) => [...incomplete(set, now), ...deploymentController?.type === 'CODE_DEPLOY' ? waiting(set, now) : []]);
}

function incomplete(set: TaskSet, now: Date): readonly LiveFinding[] {
  const { taskDefinition, runningCount = 0, computedDesiredCount = 0, stabilityStatus, createdAt } = set;
  const minutes = Math.floor(minutesSince(createdAt, now));
  if (stabilityStatus !== 'STABILIZING' || runningCount >= computedDesiredCount || minutes < LONG_MINUTES) return [];
  return [{
    property: 'taskSets',
    detail: `task set (${nameIn(taskDefinition)}, for ${count(minutes, 'minute')}) has ${runningCount} of ${count(computedDesiredCount, 'task')}`,
    fix: 'read the reasons of its stopped tasks and its events; to end it, stop the deployment, or delete the task set',
  }];
}

function waiting({ taskDefinition, externalId, stabilityStatus, stabilityStatusAt }: TaskSet, now: Date): readonly LiveFinding[] {
  const minutes = Math.floor(minutesSince(stabilityStatusAt, now));
  if (stabilityStatus !== 'STEADY_STATE' || minutes < HOOK_MINUTES) return [];
  const id = externalId ?? '<id>';
  return [{
    property: 'taskSets',
    severity: 'warning',
    detail: `task set (${nameIn(taskDefinition)}, steady for ${count(minutes, 'minute')}) is not the primary one yet: its deployment of CodeDeploy${externalId ? ` (${externalId})` : ''} waits`,
    why: 'CodeDeploy makes a task set the primary one once it has all of the traffic: after a wait for a person, if the deployment group is set so, after its hooks, and after the steps of its configuration.',
    fix: `continue the deployment with aws deploy continue-deployment --deployment-id ${id} --deployment-wait-type READY_WAIT, or end it with aws deploy stop-deployment --deployment-id ${id}`,
  }];
}
