import { Unknown } from '../../../facts/fact';
import type { ServiceNow } from '../../collect/read-service';
import { nameIn, primary } from '../../collect/service-state';
import type { Deployment, ServiceDeployment } from '../../collect/shapes';
import { findings } from '../checks/stopped-tasks';

/** End of a deployment. */
export interface Outcome {
  readonly steady: boolean;
  /** A sentence without a period. */
  readonly reason: string;
}

const ROLLED_BACK: readonly (string | undefined)[] = ['ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'];
const STILL_AT_IT: readonly (string | undefined)[] = ['PENDING', 'IN_PROGRESS', 'STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'];

/** Outcome of a deployment; `undefined` while it goes on. A deployment with a complete rollback has failed. */
export function outcomeOf(now: ServiceNow, first: ServiceNow): Outcome | undefined {
  const { service } = now;
  if (service.status !== 'ACTIVE') return { steady: false, reason: `the service is ${service.status ?? 'gone'}` };
  const current = primary(service);
  const watched = primary(first.service);
  const newest = now.deployments instanceof Unknown ? undefined : now.deployments[0];
  const failed = failure(newest, service.deployments?.find(({ id }) => id === watched?.id));
  if (failed) return { steady: false, reason: sentence(failed, why(now)) };
  if (!current || STILL_AT_IT.includes(newest?.status)) return undefined;
  if (wentBack(current, first)) return { steady: false, reason: sentence(`${nameIn(watched?.taskDefinition)} was rolled back to ${nameIn(current.taskDefinition)}`, why(now)) };
  const { runningCount = 0, desiredCount = 0, deployments = [] } = service;
  const isDone = current.rolloutState === undefined || current.rolloutState === 'COMPLETED';
  if (!isDone || deployments.length > 1 || runningCount !== desiredCount) return undefined;
  return { steady: true, reason: `${nameIn(current.taskDefinition)} is steady, with ${runningCount} of ${desiredCount} running` };
}

/** Texts of AWS end with a period, and parts of a sentence don't. */
function sentence(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part).map((part) => part!.replace(/\.$/, '')).join('; ');
}

function failure(newest: ServiceDeployment | undefined, watched: Deployment | undefined): string | undefined {
  if (newest && ROLLED_BACK.includes(newest.status)) {
    const alarms = newest.alarms?.triggeredAlarmNames ?? [];
    const reason = newest.rollback?.reason ?? newest.statusReason ?? (alarms.length > 0 ? `alarm ${alarms.join(', ')}` : 'ECS names no reason');
    return `${newest.status === 'ROLLBACK_FAILED' ? 'the deployment failed, and so did its rollback' : 'the deployment was rolled back'}: ${reason}`;
  }
  if (newest?.status === 'STOPPED') return `the deployment was stopped: ${newest.statusReason ?? 'ECS names no reason'}`;
  // During a rollback, the newest deployment shows its end.
  if (watched?.rolloutState !== 'FAILED' || STILL_AT_IT.includes(newest?.status)) return undefined;
  return `the deployment failed: ${watched.rolloutStateReason ?? 'ECS names no reason'}`;
}

// Without the deployments themselves: what ran before the watched one is what is deployed again.
function wentBack(current: Deployment, { service }: ServiceNow): boolean {
  const watched = primary(service);
  const before = service.deployments?.find(({ status }) => status === 'ACTIVE');
  return watched !== undefined && before !== undefined && current.id !== watched.id
    && current.taskDefinition === before.taskDefinition && current.taskDefinition !== watched.taskDefinition;
}

/** Reasons of the stopped tasks, as the doctor words them. */
function why({ stoppedTasks }: ServiceNow): string | undefined {
  const [finding] = stoppedTasks instanceof Unknown ? [] : findings(stoppedTasks, () => false);
  return finding && `${finding.detail} [${finding.id}]`;
}
