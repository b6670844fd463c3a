import { Unknown } from '../../facts/fact';
import type { ServiceNow } from '../collect/read-service';
import { redactText } from '../collect/redact';
import type { Deployment, ServiceEvent } from '../collect/shapes';
import { groupBy } from '../doctor/group-by';
import { nameIn } from '../doctor/service-state';

/** What there is to see of a deployment at one time: each part as one line. */
export function stateOf({ service, deployments, targets }: ServiceNow): readonly string[] {
  return [
    ...(service.deployments ?? []).map(deploymentLine),
    ...[...targets].map(([arn, health]) => `targets of ${arn.split('/').at(-2) ?? nameIn(arn)}: ${health instanceof Unknown ? `not read: ${health.reason}` : healthLine(health)}`),
    ...(deployments instanceof Unknown ? [] : deployments.slice(0, 1)).flatMap(({ deploymentCircuitBreaker: breaker, lifecycleStage, status }) => [
      ...(status?.startsWith('ROLLBACK') ? ['rolling back'] : []),
      ...(lifecycleStage ? [`stage: ${lifecycleStage}`] : []),
      ...(breaker?.threshold === undefined ? [] : [`circuit breaker: ${breaker.failureCount ?? 0} of ${breaker.threshold} failures`]),
    ]),
  ];
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

/** Events since another look, the oldest first. */
export function newEvents({ service }: ServiceNow, since: Date, seen: ReadonlySet<string>): readonly ServiceEvent[] {
  return (service.events ?? [])
    .filter(({ id, createdAt }) => !seen.has(id ?? '') && (createdAt ?? since) >= since)
    .sort((one, other) => Number(one.createdAt ?? 0) - Number(other.createdAt ?? 0));
}

export function eventLine({ createdAt, message }: ServiceEvent): string {
  return `${createdAt ? timeOf(createdAt) : ''} ${redactText(message ?? '')}`.trim();
}

/** `12:03:10`, in UTC as AWS counts. */
export function timeOf(date: Date): string {
  return date.toISOString().slice(11, 19);
}

/** `3 min 20 s`. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}
