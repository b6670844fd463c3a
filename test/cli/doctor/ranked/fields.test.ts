import { run } from './run';
import { FORMATS } from '../../../../src/cli/output-options';
import { minutesAgo } from '../../../../src/gotchas/fixtures/recorded/arns';
import { shop, taskDefinition } from '../../../../src/gotchas/fixtures/recorded/healthy';
import { cluster, groupOf, revision, site, stops, task, worker } from '../strangers/cluster';

/** A credential for each field that AWS or a user writes, so that the one that leaks is known. */
const secret = (field: string): string => `Xk9-${field}-7Qz`;
const words = (field: string): string => `refused --password=${secret(field)} at db.internal`;
const front = site('front');
const FIELDS = [
  'environment', 'command', 'check', 'label', 'option', 'event', 'rollout', 'status', 'stopped', 'reason', 'sidecar', 'volume', 'target', 'provider', 'group', 'activity', 'stack', 'unread', 'tag',
] as const;

const app = {
  ...taskDefinition.containerDefinitions![0],
  environment: [{ name: 'DB_PASSWORD', value: secret('environment') }],
  command: ['serve', `--password=${secret('command')}`],
  healthCheck: { command: ['CMD-SHELL', `curl -u app:${secret('check')} http://localhost/`] },
  dockerLabels: { token: secret('label') },
  logConfiguration: { logDriver: 'splunk' as const, options: { 'splunk-token': secret('option') } },
};
const GROUP = 'arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1:autoScalingGroupName/m6';

const etl = worker('etl', {
  service: { runningCount: 1, tags: [{ key: 'password', value: secret('tag') }] },
  deployment: { rolloutState: 'FAILED', rolloutStateReason: words('rollout'), runningCount: 1, updatedAt: minutesAgo(4) },
  events: [[2, `was unable to place a task. Reason: CannotStartContainerError: ${words('event')}.`]],
  live: {
    taskDefinition: { ...taskDefinition, taskDefinitionArn: revision('etl'), family: 'etl', revision: 12, containerDefinitions: [app] },
    deployments: [{ status: 'ROLLBACK_FAILED', statusReason: words('status') }],
    runningTasks: [task('etl', { containers: [{ name: 'app', lastStatus: 'RUNNING' }, { name: 'otel', lastStatus: 'STOPPED', exitCode: 1, reason: words('sidecar') }] })],
    stack: {
      stack: { StackName: 'shop', StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/shop/1', StackStatus: 'UPDATE_ROLLBACK_IN_PROGRESS' } as never,
      events: [
        { EventId: '2', StackName: 'shop', StackId: 'arn:s', LogicalResourceId: 'Etl', ResourceType: 'AWS::ECS::TaskDefinition', ResourceStatus: 'UPDATE_FAILED', ResourceStatusReason: words('stack'), Timestamp: minutesAgo(3) } as never,
      ],
    },
  },
});
const account = cluster([
  etl,
  site('front', { live: { targetGroups: groupOf(front, { health: [{ Target: { Id: '10.7.0.1' }, TargetHealth: { State: 'unhealthy', Reason: 'Target.Timeout', Description: words('target') } }] }) } }),
], {
  stoppedTasks: stops('etl', [1, 3, 8], {
    stopCode: 'TaskFailedToStart',
    startedAt: undefined,
    stoppedReason: words('stopped'),
    containers: [{ name: 'app', reason: `CannotStartContainerError: ${words('reason')}` }],
    attachments: [{ type: 'AmazonElasticBlockStorage', status: 'DELETED', details: [{ name: 'statusReason', value: words('volume') }] }],
  }),
  capacityProviders: [{ name: 'm6', status: 'ACTIVE', updateStatus: 'UPDATE_FAILED', updateStatusReason: words('provider'), autoScalingGroupProvider: { autoScalingGroupArn: GROUP } }],
  autoScalingGroups: new Map([[GROUP, {
    group: { AutoScalingGroupName: 'm6', MinSize: 0, MaxSize: 2, DesiredCapacity: 2, AvailabilityZones: [], Instances: [], SuspendedProcesses: [{ ProcessName: 'Launch', SuspensionReason: words('group') }] } as never,
    activities: [{ ActivityId: '1', StatusCode: 'Failed', Description: 'Launching a new EC2 instance', StatusMessage: words('activity') } as never],
  }]]),
  notRead: [{ name: 'lost', reason: words('unread') }],
  cluster: { ...shop.cluster, capacityProviders: ['m6'] },
});

test.each(FORMATS)('no field of an account leaks a credential, as %s', async (format) => {
  const { text } = await run(account, '--format', format, '--verbose');
  expect(text).toContain('etl');
  expect(FIELDS.filter((field) => text.includes(secret(field)))).toEqual([]);
});

test('most of the fields are printed, without their credentials', async () => {
  const { text } = await run(account, '--format', 'json', '--verbose');
  expect(text.split('refused --password=(redacted) at db.internal').length).toBeGreaterThan(7);
});
