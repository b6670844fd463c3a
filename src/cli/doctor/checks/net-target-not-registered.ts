import { known } from '../../../facts/fact';
import type { LiveTargetGroup } from '../../collect/account';
import { targetGroupArns } from '../../collect/read/load-balancing';
import { count, isSteady, minutesSince } from '../../collect/service-state';
import type { Service, TargetHealth, Task } from '../../collect/shapes';
import { eachLive, onService, orNone, type LiveFinding } from '../live-check';

/** ECS registers a task some seconds after it has started. */
const MOMENT_MINUTES = 5;

export const netTargetNotRegistered = onService({
  id: 'net-target-not-registered',
  check: ({ live: { service, targetGroups, runningTasks }, now }) => {
    // Other controllers register targets by themselves.
    if (!isSteady(service) || service.status !== 'ACTIVE' || (service.deploymentController?.type ?? 'ECS') !== 'ECS') return [];
    const tasks = orNone(runningTasks);
    const isYoung = tasks.some(({ startedAt, lastStatus }) => lastStatus !== 'RUNNING' || minutesSince(startedAt, now) < MOMENT_MINUTES);
    if (isYoung || (service.runningCount ?? 0) === 0 || (service.loadBalancers ?? []).length === 0) return [];
    return eachLive(entries(service, known(targetGroups)), (groups) => {
      const targets = groups.flatMap(({ health }) => known(health)).filter(({ TargetHealth: state }) => state?.State !== 'draining');
      return targets.length === 0 ? [none(groups, service)] : some(groups, targets, tasks);
    });
  },
});

function none(groups: readonly LiveTargetGroup[], { runningCount = 0 }: Service): LiveFinding {
  return {
    property: 'loadBalancers',
    severity: 'error',
    detail: `targets (none in ${namesOf(groups)}) are fewer than the ${count(runningCount, 'running task')}, so the load balancer has nothing to send requests to`,
  };
}

/** Tasks whose address is no target. */
function some(groups: readonly LiveTargetGroup[], targets: readonly TargetHealth[], tasks: readonly Task[]): readonly LiveFinding[] {
  if (groups.some(({ targetGroup }) => targetGroup.TargetType !== 'ip')) return [];
  const registered = new Set(targets.map(({ Target }) => Target?.Id));
  const missing = tasks.flatMap((task) => addressOf(task) ?? []).filter((address) => !registered.has(address));
  return missing.length === 0 ? [] : [{
    property: 'loadBalancers',
    severity: 'warning',
    detail: `targets (${targets.length} in ${namesOf(groups)}) lack ${count(missing.length, 'running task')}: ${missing.join(', ')}`,
  }];
}

function addressOf({ attachments = [] }: Task): string | undefined {
  return attachments.flatMap(({ details = [] }) => details).find(({ name }) => name === 'privateIPv4Address')?.value;
}

function namesOf(groups: readonly LiveTargetGroup[]): string {
  return groups.map(({ targetGroup }) => targetGroup.TargetGroupName).join(' and ');
}

/** The target groups of each entry of the service: with blue/green deployments its tasks are in either of two. */
function entries({ loadBalancers = [] }: Service, all: readonly LiveTargetGroup[]): readonly (readonly LiveTargetGroup[])[] {
  return loadBalancers.flatMap((entry) => {
    const arns = targetGroupArns({ loadBalancers: [entry] } as Service);
    const groups = all.filter(({ targetGroup }) => arns.includes(targetGroup.TargetGroupArn!));
    // Another check reports a target group that is gone.
    return groups.length === 0 || groups.length < arns.length ? [] : [groups];
  });
}
