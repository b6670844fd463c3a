import { known } from '../../../facts/fact';
import type { LiveAutoScalingGroup } from '../../collect/account';
import { count } from '../../collect/service-state';
import type { CapacityProvider, GroupActivity } from '../../collect/shapes';
import { launchFailure } from '../classifier/launch-failure';
import { eachLive, onCluster, orNone, type ClusterView, type LiveFinding } from '../live-check';

/** Processes without which no instance is added: the group adds one, and the alarms of managed scaling are acted on. */
const NEEDED = ['Launch', 'AlarmNotification'];

export const ec2GroupCannotLaunch = onCluster({
  id: 'ec2-group-cannot-launch',
  check: (view) => eachLive(known(view.cluster.capacityProviders), (provider) => {
    const arn = provider.autoScalingGroupProvider?.autoScalingGroupArn;
    if (arn === undefined) return [];
    const groups = known(view.cluster.autoScalingGroups);
    const group = groups.get(arn);
    if (!group) return groups.has(arn) ? [deleted(provider, arn)] : [];
    return ofGroup(provider, group, waitingFor(provider, view));
  }),
});

/** Tasks of services that wait for an instance of a capacity provider. */
function waitingFor({ name }: CapacityProvider, { cluster }: ClusterView): number {
  return cluster.services.flatMap(({ runningTasks }) => orNone(runningTasks))
    .filter(({ lastStatus, capacityProviderName }) => lastStatus === 'PROVISIONING' && capacityProviderName === name).length;
}

function deleted({ name = '' }: CapacityProvider, arn: string): LiveFinding {
  return {
    property: 'autoScalingGroupProvider',
    severity: 'error',
    detail: `autoScalingGroupProvider (${nameOf(arn)}) of capacity provider ${name} does not exist, so no instance starts`,
    fix: 'create another capacity provider with a group that is there, and use it in the services',
  };
}

function ofGroup({ name = '', autoScalingGroupProvider }: CapacityProvider, { group, activities }: LiveAutoScalingGroup, waiting: number): readonly LiveFinding[] {
  const { AutoScalingGroupName = '', DesiredCapacity = 0, MaxSize = Infinity, SuspendedProcesses = [], Instances = [] } = group;
  const isManaged = autoScalingGroupProvider?.managedScaling?.status === 'ENABLED';
  const lacks = DesiredCapacity > Instances.filter(({ LifecycleState }) => LifecycleState === 'InService').length;
  const severity = waiting > 0 || lacks ? 'error' : 'warning';
  const where = `of group ${AutoScalingGroupName}, for capacity provider ${name}`;
  const wait = waiting > 0 ? `, and ${count(waiting, 'task waits', 'tasks wait')} for an instance` : '';
  const suspended = SuspendedProcesses.filter(({ ProcessName = '' }) => NEEDED.includes(ProcessName) && (ProcessName === 'Launch' || isManaged));
  if (suspended.length > 0) {
    const names = suspended.map(({ ProcessName }) => ProcessName).join(', ');
    return [{
      property: 'suspendedProcesses',
      severity,
      detail: `suspendedProcesses (${names}) ${where} keep instances from starting${wait}`,
      evidence: suspended.flatMap(({ SuspensionReason }) => SuspensionReason ?? []),
      fix: `resume them with aws autoscaling resume-processes --auto-scaling-group-name ${AutoScalingGroupName}`,
    }];
  }
  // The last one counts: instances that did not start earlier may start by now.
  const [last] = known(activities).filter(isLaunch);
  if (last?.StatusCode === 'Failed' && (lacks || waiting > 0)) return [{ ...failed(last, where, wait), severity: waiting > 0 ? 'error' : 'warning' }];
  if (waiting === 0) return [];
  if (!isManaged) {
    return [{
      property: 'managedScaling',
      severity: 'error',
      detail: `managedScaling (DISABLED) of capacity provider ${name} adds no instance${wait}`,
      fix: `enable managed scaling, or raise the desired capacity of group ${AutoScalingGroupName}`,
    }];
  }
  return DesiredCapacity < MaxSize ? [] : [{
    property: 'maxSize',
    severity: 'error',
    detail: `maxSize (${MaxSize}) ${where} is reached${wait}`,
    fix: `raise the maximum size of group ${AutoScalingGroupName}, or use larger instances`,
  }];
}

function failed({ StatusMessage, Description }: GroupActivity, where: string, wait: string): LiveFinding {
  const text = StatusMessage ?? Description ?? '';
  const { id, means, fix } = launchFailure(text);
  return {
    id,
    property: 'activities',
    detail: `activities (Failed) ${where}: the last launch of an instance failed, ${means}${wait}`,
    evidence: [text],
    fix,
  };
}

function isLaunch({ Description = '', StatusMessage = '' }: GroupActivity): boolean {
  return /launch/i.test(`${Description} ${StatusMessage}`) || !/terminat/i.test(Description);
}

function nameOf(arn: string): string {
  return arn.split('autoScalingGroupName/').pop()!;
}
