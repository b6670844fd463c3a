import { cluster, stops, task, worker, site, revision } from './cluster';
import { instance } from '../../../../src/gotchas/fixtures/recorded/changed';
import { minutesAgo } from '../../../../src/gotchas/fixtures/recorded/arns';
import { network, shop, taskDefinition, taskRole } from '../../../../src/gotchas/fixtures/recorded/healthy';
import { diagnose } from '../../../../src/cli/doctor/diagnosis/diagnose';
import { toldOf } from '../said-of';
import type { Account, LiveNetwork } from '../../../../src/cli/collect/account';
import type { Container, Deployment, Task, TaskDefinition } from '../../../../src/cli/collect/shapes';

/* Limits, sessions of ECS Exec, mounts and agents, as they go wrong on a night. */

const OOM = 'OutOfMemoryError: Container killed due to memory usage';
const going: Partial<Deployment> = { rolloutState: 'IN_PROGRESS', createdAt: minutesAgo(40), updatedAt: minutesAgo(1), runningCount: 0, failedTasks: 6 };
const exited = (containers: readonly Container[], change: Partial<Task> = {}): Partial<Task> => ({
  stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', containers: [...containers], cpu: '512', memory: '1024', ...change,
});
const unstarted = (stoppedReason: string, change: Partial<Task> = {}): Partial<Task> => ({ stopCode: 'TaskFailedToStart', stoppedReason, startedAt: undefined, containers: [], ...change });

type Definition = NonNullable<TaskDefinition['containerDefinitions']>[number];
function definition(name: string, containers: readonly Partial<Definition>[], change: Partial<TaskDefinition> = {}): TaskDefinition {
  const [app] = taskDefinition.containerDefinitions!;
  const containerDefinitions = containers.map((one, index) => ({ ...app, ...index > 0 && { portMappings: [], healthCheck: undefined }, ...one }));
  return { ...taskDefinition, taskDefinitionArn: revision(name), family: name, revision: 12, containerDefinitions, ...change };
}

/** A worker that fails to come up. */
const failing = (name: string, change: Partial<Task>, containers: readonly Partial<Definition>[] = [{}], around: object = {}) =>
  cluster(
    [worker(name, { service: { runningCount: 0 }, deployment: going, live: { taskDefinition: definition(name, containers), ...around } })],
    { stoppedTasks: stops(name, [2, 7, 13, 20, 31], change) },
  );

/** A worker whose running tasks have this container beside the application. */
const beside = (name: string, container: Container, own: Partial<Definition> = {}, change: Partial<Task> = {}) => {
  const containers: Container[] = [{ name: 'app', lastStatus: 'RUNNING', healthStatus: 'HEALTHY' }, container];
  return cluster([worker(name, { live: { taskDefinition: definition(name, [{}, { name: container.name, essential: false, ...own }]), runningTasks: [1, 2, 3, 4, 5].map((index) => task(name, { taskArn: `${name}-${index}`, containers, ...change })) } })]);
};

const AGENT = { name: 'ExecuteCommandAgent', lastStatus: 'RUNNING' } as const;
const session = (name: string, agent: object = AGENT, live: object = {}, change: Partial<Task> = {}) => worker(name, {
  service: { enableExecuteCommand: true },
  live: {
    runningTasks: [1, 2, 3, 4, 5].map((index) => task(name, { taskArn: `${name}-${index}`, enableExecuteCommand: true, containers: [{ name: 'app', lastStatus: 'RUNNING', managedAgents: [agent] }], ...change })),
    ...live,
  },
});
const recording = { cluster: { ...shop.cluster, configuration: { executeCommandConfiguration: { logging: 'OVERRIDE' as const, kmsKeyId: 'alias/x', logConfiguration: { cloudWatchLogGroupName: '/audit' } } } } };
const efs: TaskDefinition['volumes'] = [{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-7', transitEncryption: 'ENABLED' } }];
const withEgress = (...ports: readonly number[]): LiveNetwork => ({ ...network, securityGroups: network.securityGroups.map((group) => ({ ...group, IpPermissionsEgress: ports.map((port) => ({ IpProtocol: 'tcp', FromPort: port, ToPort: port, IpRanges: [{ CidrIp: '0.0.0.0/0' }] })) })) });
const targets = new Map([['fs-7', ['a', 'b'].map((zone) => ({ MountTargetId: zone, FileSystemId: 'fs-7', SubnetId: `subnet-${zone}`, LifeCycleState: 'available' as const, AvailabilityZoneName: `eu-west-1${zone}` }))]]);

const nights: readonly (readonly [string, readonly string[], RegExp, Account])[] = [
  ['a collector that takes the memory of a container', ['error dep-oom'], /container otel may use 128 MiB/,
    failing('mail', exited([{ name: 'app', exitCode: 143 }, { name: 'otel', exitCode: 137, memory: '128', reason: OOM }]))],
  ['a heap on an instance', ['error dep-oom'], /container app may use 256 MiB.*raise memory of container app above 256 MiB/s,
    failing('mail', exited([{ name: 'app', exitCode: 137, memory: '256', reason: OOM }], { memory: undefined, launchType: 'EC2' }))],
  ['a start that takes longer than the health check', ['error dep-startup-longer-than-check'], /interval of 5 s, 2 retries and no startPeriod, so 10 s/,
    failing('mail', { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Task failed container health checks', containers: [{ name: 'app', exitCode: 137, healthStatus: 'UNHEALTHY' }] }, [{ healthCheck: { command: ['CMD', 'x'], interval: 5, retries: 2 } }])],
  ['a worker that does not hear SIGTERM', ['warning dep-pid1-signals'], /killed 10 s later \(its stopTimeout\)/,
    cluster([worker('mail', { live: { taskDefinition: definition('mail', [{ stopTimeout: 10 }]) } })],
      { stoppedTasks: stops('mail', [9, 21], { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/mail)', containers: [{ name: 'app', exitCode: 137 }] }) })],
  ['a proxy that is healthy too late', ['error dep-healthy-without-healthcheck'], /container envoy after its startTimeout, which is 20 s/,
    failing('mail', unstarted('Task failed to start', { containers: [{ name: 'envoy', exitCode: 143 }, { name: 'app' }] }), [{ dependsOn: [{ containerName: 'envoy', condition: 'HEALTHY' }] }, { name: 'envoy', startTimeout: 20, healthCheck: { command: ['CMD', 'x'], interval: 5 } }])],
  ['a model that does not fit on the disk', ['error sto-fargate-volume-kinds'], /ephemeralStorage is 21 GiB/,
    failing('mail', unstarted('CannotPullContainerError: ref pull has been retried 1 time(s): failed to extract layer sha256:c0: write /model.bin: no space left on device: unknown', { ephemeralStorage: { sizeInGiB: 21 } }))],
  ['a nightly job that outgrew its task', ['warning dep-oom'], /containers together may use 2048 MiB/,
    cluster([worker('mail')], { stoppedTasks: stops('mail', [12], { ...exited([{ name: 'report', exitCode: 137, reason: OOM }], { memory: '2048', cpu: '1024' }), group: 'family:nightly' }) })],

  ['three services whose sessions have no log group', ['warning log-exec-sessions-fail'], /cloudWatchLogGroupName \(\/audit\) of the cluster does not exist/,
    cluster(['a', 'b', 'c'].map((name) => session(name, AGENT, { logGroups: new Map([['/shop/web', { logGroupName: '/shop/web', retentionInDays: 30 }], ['/audit', undefined]]) })), recording)],
  ['sessions through an endpoint whose security group is closed', ['warning ops-exec-not-usable'], /security group/,
    cluster([session('a', { name: AGENT.name, lastStatus: 'STOPPED', reason: 'agent failed to start' }, {
      network: {
        ...network,
        routeTables: network.routeTables.map((table) => ({ ...table, Routes: [] })),
        endpoints: ['ssmmessages', 'ecr.api', 'ecr.dkr', 'logs', 's3'].map((name) => ({ VpcEndpointId: `vpce-${name}`, VpcId: 'vpc-1', SubnetIds: ['subnet-a', 'subnet-b'], ServiceName: `com.amazonaws.eu-west-1.${name}`, VpcEndpointType: name === 's3' ? 'Gateway' as const : 'Interface' as const, PrivateDnsEnabled: true, RouteTableIds: ['rtb-1'], Groups: [{ GroupId: name === 'ssmmessages' ? 'sg-shut' : 'sg-open' }] })),
        securityGroups: [...network.securityGroups, { GroupId: 'sg-shut', IpPermissions: [] }, { GroupId: 'sg-open', IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] }],
      },
    })])],
  ['sessions on instances of 2020', ['error ec2-agent-outdated'], /ECS Exec/,
    cluster([session('a', {}, {}, { managedAgents: [] } as never)].map((live) => ({ ...live, service: { ...live.service, launchType: 'EC2' as const, platformVersion: undefined } })), { containerInstances: [instance({ versionInfo: { agentVersion: '1.48.0' } })] })],
  ['sessions that a permissions boundary forbids', ['warning iam-exec-messages'], /permissions boundary/,
    cluster([session('a', AGENT, { roles: new Map([[taskRole.arn, { ...taskRole, decisions: ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'].map((name) => ({ action: `ssmmessages:${name}`, resource: '*', decision: 'implicitDeny', missing: [], byOrganization: false, byBoundary: true })) }]]) })])],
  ['ECS Exec that was turned on this morning', ['warning dpl-update-without-redeploy'], /enableExecuteCommand \(true\) is not what 5 running tasks started with/,
    cluster([session('a', {}, {}, { enableExecuteCommand: false })])],

  ['a file system that is not there any more', ['error sto-efs-unreachable'], /file system that does not exist/,
    cluster([worker('mail', { live: { taskDefinition: definition('mail', [{}], { volumes: efs }), mountTargets: new Map([['fs-7', undefined]]) } })])],
  ['tasks that may not leave by port 2049', ['warning sto-efs-unreachable'], /outbound rule for port 2049/,
    cluster([worker('mail', { live: { taskDefinition: definition('mail', [{ mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] }], { volumes: efs }), mountTargets: targets, network: withEgress(443) } })])],
  ['a mount that times out, and the tasks may not leave by port 2049', ['error sto-efs-unreachable'], /outbound rule for port 2049/,
    failing('mail', unstarted('ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b\'mount.nfs4: Connection timed out\' : unsuccessful EFS utils command execution; code: 32'), [{}], { taskDefinition: definition('mail', [{}], { volumes: efs }), mountTargets: targets, network: withEgress(443) })],
  ['a disk above the quota', ['error dpl-no-quota'], /quota for EBS/,
    failing('mail', unstarted('Task failed to start', { attachments: [{ type: 'AmazonElasticBlockStorage', status: 'DELETED', details: [{ name: 'statusReason', value: 'ECS failed to set up the EBS volume. Encountered MaxIOPSLimitExceeded; You have exceeded your maximum io2 IOPS limit.' }] }] }))],
  ['two volumes on one path', ['error ops-unknown-stop'], /another containerPath/,
    failing('mail', unstarted('Task failed to start', { launchType: 'EC2', containers: [{ name: 'app', reason: 'CannotCreateContainerError: Error response from daemon: Duplicate mount point: /var/www' }] }))],
  ['a share that needs a domain', ['error ops-unknown-stop'], /port 445/,
    failing('mail', unstarted('failed to verify fsxwindowsfileserver resource map on the container instance', { launchType: 'EC2' }))],

  ['a collector that ended well, beside the application', ['warning ops-container-ended'], /containers\[otel\] \(exit code 0\)/,
    beside('mail', { name: 'otel', lastStatus: 'STOPPED', exitCode: 0 }, { image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.0' })],
  ['an agent that was never pulled', ['warning ops-container-ended'], /containers\[datadog-agent\].*ended in 5 of 5 running tasks/,
    beside('mail', { name: 'datadog-agent', lastStatus: 'STOPPED', reason: 'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref public.ecr.aws/datadog/agent:7: public.ecr.aws/datadog/agent:7: not found' })],
  ['a log router that outgrew its container', ['warning ops-container-ended'], /container log-router may use 50 MiB/,
    beside('mail', { name: 'log-router', lastStatus: 'STOPPED', exitCode: 137, memory: '50', reason: OOM })],
  ['GuardDuty without an agent', ['warning ops-container-ended'], /GuardDuty/,
    beside('mail', { name: 'aws-guardduty-agent-4kfjw2', lastStatus: 'STOPPED', exitCode: 1 })],
  ['tasks whose agent of Fargate is gone', ['warning ops-aws-fault'], /connectivity \(DISCONNECTED\)/,
    cluster([worker('mail', { live: { runningTasks: [1, 2, 3, 4, 5].map((index) => task('mail', { taskArn: `mail-${index}`, connectivity: index < 3 ? 'DISCONNECTED' : 'CONNECTED', connectivityAt: minutesAgo(50) })) } })])],
  ['one instance of three without an agent, while its tasks run', ['error ec2-agent-disconnected'], /1 of 3 instances/,
    cluster([worker('mail', { service: { launchType: 'EC2', platformVersion: undefined } })], { containerInstances: [instance(), instance(), instance({ agentConnected: false })] })],
  ['a proxy of Service Connect that was killed', ['error sc-proxy-unhealthy'], /memory|ended/,
    beside('mail', { name: 'ecs-service-connect-x7', lastStatus: 'STOPPED', exitCode: 137, reason: OOM }, { name: undefined })],
];

describe('a night of limits, sessions, mounts and agents', () => {
  test.each(nights)('%s', (_, told, words, account) => {
    expect(toldOf(account)).toEqual(told);
    const id = told[0].split(' ')[1];
    expect(diagnose(account).findings.filter((finding) => finding.id === id).map(({ detail, fix }) => `${detail}\n${fix}`).join('\n')).toMatch(words);
  });
});

test('quiet services', () => {
  expect(toldOf(cluster([site('front'), session('a')]))).toEqual([]);
});
