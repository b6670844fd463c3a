import { taskSetLines } from './code-deploy-view';
import { codeDeployments } from './task-sets';
import { Unknown } from '../../../facts/fact';
import { redact } from '../../../text/redaction/redact';
import type { ServiceNow } from '../../collect/read-service';
import { nameIn } from '../../collect/service-state';
import type { Deployment, ServiceEvent } from '../../collect/shapes';
import { groupBy } from '../../group-by';
import { inert, printable } from '../../report/wrap';

const ROLLING_BACK: readonly string[] = ['ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'];

/** State of a deployment at one time, one line for each part. */
export function stateOf(now: ServiceNow): readonly string[] {
  const { service, deployments, targets } = now;
  return [
    ...taskSetLines(now),
    ...(service.deployments ?? []).map(deploymentLine),
    ...[...targets].map(([arn, health]) => `targets of ${arn.split('/').at(-2) ?? nameIn(arn)}: ${health instanceof Unknown ? `not read: ${health.reason}` : healthLine(health)}`),
    ...(deployments instanceof Unknown ? [] : deployments.slice(0, 1)).flatMap(({ deploymentCircuitBreaker: breaker, lifecycleStage, status }) => [
      ...(status !== undefined && ROLLING_BACK.includes(status) ? ['rolling back'] : []),
      ...(lifecycleStage ? [`stage: ${lifecycleStage}`] : []),
      ...(breaker?.threshold === undefined ? [] : [`circuit breaker: ${breaker.failureCount ?? 0} of ${breaker.threshold} failures`]),
    ]),
  ];
}

/** Returns true if tasks of a deployment fail, or if it is rolled back. */
export function isFailing(now: ServiceNow): boolean {
  const { service, deployments } = now;
  const [newest] = deployments instanceof Unknown ? [] : deployments;
  return (service.deployments ?? []).some(({ failedTasks = 0, rolloutState }) => failedTasks > 0 || rolloutState === 'FAILED')
    || (newest?.deploymentCircuitBreaker?.failureCount ?? 0) > 0 || newest?.status?.startsWith('ROLLBACK') === true
    || ['Failed', 'Stopped'].includes(codeDeployments(now)[0]?.status ?? '');
}

function deploymentLine({ taskDefinition, status, rolloutState, ...counted }: Deployment): string {
  const { runningCount = 0, desiredCount = 0, pendingCount = 0, failedTasks = 0 } = counted;
  const counts = [
    `${runningCount} of ${desiredCount} running`,
    ...(pendingCount > 0 ? [`${pendingCount} pending`] : []),
    ...(failedTasks > 0 ? [`${failedTasks} failed`] : []),
  ];
  return `${nameIn(taskDefinition)} ${(status ?? '').toLowerCase()}: ${counts.join(', ')}${rolloutState ? ` (${rolloutState})` : ''}`;
}

function healthLine(health: readonly { readonly TargetHealth?: { readonly State?: string } }[]): string {
  const states = groupBy(health, ({ TargetHealth }) => TargetHealth?.State ?? 'unknown');
  return [...states].map(([state, all]) => `${all.length} ${state}`).join(', ') || 'none';
}

/** Events since an earlier reading, the oldest first. */
export function newEvents({ service }: ServiceNow, since: Date, seen: ReadonlySet<string>): readonly ServiceEvent[] {
  return (service.events ?? [])
    .filter(({ id, createdAt }) => !seen.has(id ?? '') && (createdAt ?? since) >= since)
    .sort((one, other) => Number(one.createdAt ?? 0) - Number(other.createdAt ?? 0));
}

export function eventLine({ createdAt, message }: ServiceEvent): string {
  return `${createdAt ? timeOf(createdAt) : ''} ${inert(printable(redact(message ?? '')))}`.trim();
}

/** `12:03:10`, in UTC as AWS counts. */
export function timeOf(date: Date): string {
  return date.toISOString().slice(11, 19);
}
