import type { LiveCluster } from '../../cli/collect/account';
import type { AutoScalingGroup, GroupActivity } from '../../cli/collect/shapes';
import { Unknown } from '../../facts/fact';
import type { LiveCase } from '../fixtures/live-case';
import { ACCOUNT, minutesAgo, REGION } from '../fixtures/recorded/arns';
import { instance, onInstances } from '../fixtures/recorded/changed';
import { runningTask } from '../fixtures/recorded/healthy';

const ARN = `arn:aws:autoscaling:${REGION}:${ACCOUNT}:autoScalingGroup:1:autoScalingGroupName/shop`;

interface Change {
  readonly group?: Partial<AutoScalingGroup>;
  readonly activities?: readonly Partial<GroupActivity>[];
  /** Tasks of the service wait for an instance. */
  readonly waiting?: boolean;
  readonly managedScaling?: 'ENABLED' | 'DISABLED';
  readonly groups?: LiveCluster['autoScalingGroups'];
}

/** The healthy service on the instances of a capacity provider, but for this. */
export function withGroup({ group, activities = [], waiting = false, managedScaling = 'ENABLED', groups }: Change) {
  const account = onInstances([instance()], {
    launchType: undefined, capacityProviderStrategy: [{ capacityProvider: 'shop-ec2', weight: 1, base: 0 }], ...waiting && { runningCount: 1, pendingCount: 1 },
  }, { runningTasks: [runningTask, { ...runningTask, taskArn: `${runningTask.taskArn}2`, ...waiting && { lastStatus: 'PROVISIONING', createdAt: minutesAgo(12), capacityProviderName: 'shop-ec2' } }] });
  const [cluster] = account.clusters;
  return {
    ...account,
    clusters: [{
      ...cluster,
      cluster: { ...cluster.cluster, capacityProviders: ['shop-ec2'] },
      capacityProviders: [{
        name: 'shop-ec2',
        capacityProviderArn: `arn:aws:ecs:${REGION}:${ACCOUNT}:capacity-provider/shop-ec2`,
        status: 'ACTIVE' as const,
        autoScalingGroupProvider: { autoScalingGroupArn: ARN, managedScaling: { status: managedScaling, targetCapacity: 100 }, managedTerminationProtection: 'DISABLED' as const, managedDraining: 'ENABLED' as const },
      }],
      autoScalingGroups: groups ?? new Map([[ARN, {
        group: {
          AutoScalingGroupName: 'shop',
          MinSize: 0,
          MaxSize: 10,
          DesiredCapacity: 1,
          DefaultCooldown: 300,
          AvailabilityZones: [],
          HealthCheckType: 'EC2',
          CreatedTime: minutesAgo(9000),
          Instances: [{ InstanceId: 'i-1', LifecycleState: 'InService' as const, AvailabilityZone: '', HealthStatus: 'Healthy', ProtectedFromScaleIn: false }],
          ...group,
        },
        activities: activities.map((activity) => ({ ActivityId: '1', AutoScalingGroupName: 'shop', Cause: '', StartTime: minutesAgo(5), StatusCode: 'Successful' as const, ...activity })),
      }]]),
    }],
  };
}

const refused: Partial<GroupActivity> = {
  StatusCode: 'Failed',
  Description: 'Launching a new EC2 instance.  Status Reason: The image id \'[ami-0123456789abcdef0]\' does not exist. Launching EC2 instance failed.',
  StatusMessage: 'The image id \'[ami-0123456789abcdef0]\' does not exist. Launching EC2 instance failed.',
};

export const cases: readonly LiveCase[] = [
  { name: 'an image that is gone', caught: true, account: withGroup({ group: { DesiredCapacity: 2 }, activities: [refused], waiting: true }) },
  { name: 'launches that are suspended', caught: true, account: withGroup({ group: { SuspendedProcesses: [{ ProcessName: 'Launch', SuspensionReason: 'User suspended at 2026-11-20T09:00:00Z' }] } }) },
  { name: 'a group at its maximum while tasks wait', caught: true, account: withGroup({ group: { MaxSize: 1 }, waiting: true }) },
  { name: 'no managed scaling while tasks wait', caught: true, account: withGroup({ managedScaling: 'DISABLED', waiting: true }) },
  { name: 'a group that was deleted', caught: true, account: withGroup({ groups: new Map([[ARN, undefined]]) }) },
  { name: 'a group at its maximum with all tasks running', caught: false, account: withGroup({ group: { MaxSize: 1 } }) },
  { name: 'a launch that failed before one that succeeded', caught: false, account: withGroup({ activities: [{}, refused] }) },
  { name: 'no managed scaling with all tasks running', caught: false, account: withGroup({ managedScaling: 'DISABLED' }) },
  { name: 'a group that adds an instance now', caught: false, account: withGroup({ group: { DesiredCapacity: 2 }, waiting: true }) },
  { name: 'groups that were not read', caught: false, account: withGroup({ groups: new Unknown('autoscaling:DescribeAutoScalingGroups is denied: allow it') }) },
];
