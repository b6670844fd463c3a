import { ARNS, minutesAgo } from '../../../src/gotchas/fixtures/recorded/arns';
import { instance, onInstances, rollingOut, startedIn, withCluster, withContainer, withLive, withService } from '../../../src/gotchas/fixtures/recorded/changed';
import { healthy, network, runningTask, scaling, service, targetGroup, web } from '../../../src/gotchas/fixtures/recorded/healthy';
import { findingsOf, toldOf } from './said-of';
import type { Account, SecretState } from '../../../src/cli/collect/account';
import type { MountTarget } from '../../../src/cli/collect/shapes';
import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import { Unknown } from '../../../src/facts/fact';

const event = (message: string, minutes = 3) => ({ id: `e${minutes}`, createdAt: minutesAgo(minutes), message: `(service web) ${message}` });
const short = { runningCount: 1 };
const said = (message: string): Account => withService({ ...short, events: [event(message), ...service.events!] });
const ill = (Reason: string, Description = 'Health checks failed'): Account => withLive({
  targetGroups: [{ ...targetGroup, health: [{ TargetHealth: { State: 'unhealthy', Reason: Reason as never, Description } }] }],
});
const scaledBy = (change: Partial<typeof scaling>): Account => withLive({ scaling: { ...scaling, ...change } });
const SECRET = 'arn:aws:secretsmanager:eu-west-1:1:secret:db';
const withSecret = (state: SecretState, valueFrom = SECRET): Account => withLive({
  secrets: new Map([[valueFrom, state]]), taskDefinition: withContainer({ secrets: [{ name: 'DB_PASSWORD', valueFrom }] }),
});
const withMountTargets = (...states: readonly MountTarget['LifeCycleState'][]): Account => withLive({
  mountTargets: new Map([['fs-1', states.map((LifeCycleState, index) => ({
    MountTargetId: `m${index}`, FileSystemId: 'fs-1', SubnetId: 'subnet', LifeCycleState, AvailabilityZoneName: `eu-west-1${'ab'[index]}`,
  }))]]),
});
const REQUIREMENTS = 'was unable to place a task because no container instance met all of its requirements. The closest matching container-instance i-1';

describe('one fault is one finding, and no other', () => {
  test.each<[string, string, Account]>([
    ['a log group that was deleted', 'error log-group-missing', withLive({ logGroups: new Map([['/shop/web', undefined]]) })],
    ['a secret that was deleted', 'error td-secret-reference-form', withSecret('gone')],
    ['a secret that is to be deleted', 'error td-secret-reference-form', withSecret('to be deleted')],
    ['a file system that was deleted', 'error sto-efs-unreachable', withLive({ mountTargets: new Map([['fs-1', undefined]]) })],
    ['no mount target where tasks run', 'error sto-efs-unreachable', withLive({ mountTargets: new Map([['fs-1', []]]) })],
    ['a mount target in one of two zones', 'warning sto-efs-unreachable',
      withLive({ mountTargets: new Map([['fs-1', [{ MountTargetId: 'm', FileSystemId: 'fs-1', SubnetId: 'subnet-a', LifeCycleState: 'available', AvailabilityZoneName: 'eu-west-1a' }]]]) })],
    ['no mount target that is ready', 'error sto-efs-unreachable', withMountTargets('creating', 'error')],
    ['a mount target that is being deleted', 'warning sto-efs-unreachable', withMountTargets('available', 'deleting')],
    ['a namespace that was deleted', 'error sd-namespace-gone', withLive({ namespaces: new Map([['ns-1', undefined]]) })],
    ['an image that expired', 'error dpl-image-gone', withLive({ images: new Map([['1.dkr.ecr.eu-west-1.amazonaws.com/web:1', undefined]]) })],
    ['subnets without addresses', 'error net-subnet-ip-exhausted', withLive({ network: { ...network, subnets: network.subnets.map((subnet) => ({ ...subnet, AvailableIpAddressCount: 0 })) } })],
    ['no way out', 'error net-no-egress-path', withLive({ network: { ...network, routeTables: [{ ...network.routeTables[0], Routes: [] }] } })],
    ['a way out to a gateway that is gone', 'error net-no-egress-path',
      withLive({ network: { ...network, routeTables: [{ ...network.routeTables[0], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'blackhole' }] }] } })],
    ['a load balancer that is not let in', 'error net-task-sg-blocks-lb', withLive({ network: { ...network, securityGroups: [{ GroupId: 'sg-web', IpPermissions: [] }] } })],
    ['a load balancer that leads to no container', 'error net-lb-container-port-missing', withService({ loadBalancers: [{ ...service.loadBalancers![0], containerName: 'sidecar' }] })],
    ['a load balancer that leads to no port', 'error net-lb-container-port-missing', withService({ loadBalancers: [{ ...service.loadBalancers![0], containerPort: 9090 }] })],
    ['percentages without room', 'error dpl-percent-deadlock', withService({ deploymentConfiguration: { ...service.deploymentConfiguration, maximumPercent: 100 } })],
    ['a credential in plain sight', 'warning sec-secret-in-plain-environment', withLive({ taskDefinition: withContainer({ environment: [{ name: 'AWS_SECRET_ACCESS_KEY', value: 'wJalrXUtnFEMI' }] }) })],
    ['a wrong answer to the health check', 'error net-health-check-misfit', ill('Target.ResponseCodeMismatch')],
    ['no answer to the health check', 'error net-health-check-misfit', ill('Target.Timeout')],
    ['targets that no listener leads to', 'error net-target-group-unattached', ill('Target.NotInUse')],
    ['targets in a zone without the load balancer', 'error net-lb-az-not-enabled', ill('Target.NotInUse', 'Target is in an Availability Zone that is not enabled for the load balancer')],
    ['targets that are still booting', 'warning net-health-check-misfit', withLive(
      { targetGroups: [{ ...targetGroup, health: [{ TargetHealth: { State: 'unhealthy', Reason: 'Target.FailedHealthChecks' } }] }] },
      { deployments: [rollingOut({ createdAt: minutesAgo(0.5), failedTasks: 0 })] },
    )],
    ['a reason that is new', 'error net-health-check-misfit', ill('Target.SomethingNew')],
    ['suspended scaling', 'error scl-suspended', scaledBy({ target: { ...scaling.target, SuspendedState: { DynamicScalingOutSuspended: true } } })],
    ['a count above the range', 'warning scl-desired-outside-range', scaledBy({ target: { ...scaling.target, MaxCapacity: 1, MinCapacity: 1 } })],
    ['a range that is used up', 'error scl-at-max', withLive({
      scaling: { ...scaling, target: { ...scaling.target, MaxCapacity: 2 }, alarms: (scaling.alarms as readonly object[]).map((alarm) => ({ ...alarm, StateValue: 'ALARM' as const })) },
    })],
    ['a policy without its alarm', 'error scl-no-data', scaledBy({ alarms: [] })],
    ['a policy without data', 'warning scl-no-data', scaledBy({ alarms: (scaling.alarms as readonly object[]).map((alarm) => ({ ...alarm, StateValue: 'INSUFFICIENT_DATA' as const })) })],
    ['nothing that scales', 'warning scl-no-policy', scaledBy({ policies: [], alarms: [] })],
    ['a failed deployment that was rolled back', 'error dpl-deployment-failed', withLive({
      deployments: [{ status: 'ROLLBACK_SUCCESSFUL', rollback: { reason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.' } }, { status: 'SUCCESSFUL' }],
    })],
    ['a deployment that stands still', 'error dpl-deployment-frozen', withService({ ...short, deployments: [rollingOut({ failedTasks: 0 })] })],
    ['a deployment that keeps failing', 'error dpl-deployment-frozen', withService({ ...short, deployments: [rollingOut({ createdAt: minutesAgo(5) })] })],
    ['a failed first deployment', 'error dpl-nothing-to-roll-back-to', withService({ ...short, deployments: [rollingOut({ rolloutState: 'FAILED' })] }, { deployments: [{ status: 'STOPPED' }] })],
    ['missing tasks', 'error ops-desired-vs-running', withService(short)],
    ['a quota', 'error dpl-no-quota', said('was unable to place a task. Reason: You\'ve reached the limit on the number of vCPUs you can run concurrently.')],
    ['a hook that waits', 'warning dpl-hook-waits', withLive({ deployments: [{ status: 'IN_PROGRESS', lifecycleStage: 'BAKE_TIME', lifecycleHookDetails: [{ status: 'AWAITING_ACTION' }] }] })],
    ['an alarm that is gone', 'warning dpl-alarm-useless', withService({ deploymentConfiguration: { ...service.deploymentConfiguration, alarms: { enable: true, rollback: true, alarmNames: ['errors'] } } })],
    ['tasks of two images', 'warning dpl-mutable-image-tag', withLive({ runningTasks: [runningTask, { ...runningTask, containers: [{ ...runningTask.containers![0], imageDigest: 'sha256:other' }] }] })],
    ['an image for another platform', 'error td-arch-mismatch', withLive({ images: new Map([['web:1', { platforms: ['linux/arm64/v8'] }]]) })],
    ['an image for another variant of the system', 'error td-arch-mismatch', withLive({
      images: new Map([['web:1', { platforms: ['linux/amd64'] }]]), taskDefinition: withContainer({}, { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }),
    })],
    ['a start that is as long as the grace period', 'warning net-grace-period-missing', withService({ healthCheckGracePeriodSeconds: 300, events: [...startedIn(330)] })],
    ['scaling of a service that is gone', 'warning scl-orphaned-target', withCluster({ orphanedTargets: ['old', 'b', 'c', 'd'].map((name) => ({ ...scaling.target, ResourceId: `service/shop/${name}` })) })],
    ['a deregistered revision', 'warning td-inactive-or-unpinned-revision', withLive({ taskDefinition: withContainer({}, { status: 'INACTIVE' }) })],
    ['tasks from before ECS Exec', 'warning dpl-update-without-redeploy', withService({}, { runningTasks: [{ ...runningTask, enableExecuteCommand: true }] })],
    ['an old deployment', 'warning ops-orphan-active-deployments',
      withService({ deployments: [service.deployments![0], { ...service.deployments![0], id: 'old', status: 'ACTIVE', runningCount: 1, taskDefinition: ARNS.oldTask, updatedAt: minutesAgo(3000) }] })],
    ['a tag that was moved', 'warning dpl-mutable-image-tag', withLive({
      revisions: [{ taskDefinition: ARNS.task, containerImages: [{ containerName: 'app', image: '1.dkr.ecr.eu-west-1.amazonaws.com/web:1', imageDigest: 'sha256:old' }] }],
      images: new Map([['1.dkr.ecr.eu-west-1.amazonaws.com/web:1', { imageDigest: 'sha256:new', platforms: ['linux/amd64'] }]]),
    })],
    ['an alarm that is going off', 'warning dpl-alarm-useless', withService(
      { deploymentConfiguration: { ...service.deploymentConfiguration, alarms: { enable: true, rollback: true, alarmNames: ['errors'] } } },
      { deploymentAlarms: [{ AlarmName: 'errors', StateValue: 'ALARM' }] },
    )],
    ['an agent of ECS Exec that stopped', 'warning ops-exec-not-usable', withService({ enableExecuteCommand: true, tags: [] }, {
      runningTasks: [{ ...runningTask, enableExecuteCommand: true, containers: [{ name: 'app', managedAgents: [{ name: 'ExecuteCommandAgent', lastStatus: 'STOPPED', reason: 'no network' }] }] }],
    })],
    ['scaling that was refused more', 'error scl-at-max', scaledBy({
      target: { ...scaling.target, MaxCapacity: 2 },
      activities: [{ ActivityId: '1', ServiceNamespace: 'ecs', ResourceId: 'r', ScalableDimension: 'ecs:service:DesiredCount', Description: '', Cause: 'alarm', StartTime: minutesAgo(1), StatusCode: 'Failed', NotScaledReasons: [{ Code: 'AlreadyAtMaxCapacity' }] }],
    })],
    ['no network interfaces on instances', 'error ec2-eni-limit', onInstances([instance()], { ...short, events: [event(`${REQUIREMENTS} encountered error "RESOURCE:ENI".`)] })],
    ['a task with too many cpu units', 'error ec2-capacity-too-small', onInstances([instance({ registeredResources: [{ name: 'CPU', integerValue: 128 }] })], short)],
    ['tasks of another capacity provider', 'warning dpl-update-without-redeploy', withService(
      { launchType: undefined, capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1, base: 1 }] },
      { runningTasks: [{ ...runningTask, capacityProviderName: 'FARGATE_SPOT' }] },
    )],
    ['containers that are too big together', 'error ec2-capacity-too-small', onInstances([instance()], short, {
      taskDefinition: withContainer({ memoryReservation: 8000 }, { requiresCompatibilities: ['EC2'], memory: undefined, cpu: undefined }),
    })],
    ['no instances', 'error ec2-no-instances', onInstances([], short)],
    ['instances that all drain', 'error ec2-no-instances', onInstances([instance({ status: 'DRAINING' })], short)],
    ['a disconnected agent', 'error ec2-agent-disconnected', onInstances([instance({ agentConnected: false })], { ...short, events: [event(`${REQUIREMENTS} encountered error "AGENT".`)] })],
    ['an impaired instance', 'warning ec2-agent-disconnected', onInstances([instance({ healthStatus: { overallStatus: 'IMPAIRED' } })])],
    ['an agent from before awsvpc', 'error ec2-agent-outdated', onInstances([instance({ versionInfo: { agentVersion: '1.14.9' } })], { ...short, events: [event(`${REQUIREMENTS} is missing an attribute required by your task.`)] })],
    ['one old agent of two', 'warning ec2-agent-outdated', onInstances([instance(), instance({ versionInfo: { agentVersion: '1.14.9' } })])],
    ['a task that is too big', 'error ec2-capacity-too-small', onInstances([instance({ registeredResources: [{ name: 'MEMORY', integerValue: 500 }] })], short)],
    ['instances that are full', 'error ec2-capacity-too-small', onInstances([instance()], { ...short, events: [event(`${REQUIREMENTS} has insufficient CPU units available.`)] })],
    ['a host port that is taken', 'error net-fixed-host-port', onInstances([instance()], { ...short, events: [event(`${REQUIREMENTS} is already using a port required by your task.`)] })],
  ])('%s', (_, told, account) => {
    expect(toldOf(account)).toEqual([told]);
  });
});

test('a healthy account has nothing to complain of, on Fargate or on instances', () => {
  expect(diagnose(healthy).findings).toEqual([]);
  expect(toldOf(onInstances([instance()]))).toEqual([]);
});

test('messages from before the service was steady again are past', () => {
  const events = [event('has reached a steady state.', 1), event(`${REQUIREMENTS} has insufficient CPU units available.`)];
  expect(toldOf(withService({ ...short, events }))).toEqual(['error ops-desired-vs-running']);
});

test('ECS may not repeat for hours what still holds', () => {
  const blocked = (minutes: number): Account => withService({ ...short, events: [event(`${REQUIREMENTS} has insufficient CPU units available.`, minutes)] });
  expect(toldOf(blocked(200))).toEqual(['error ec2-capacity-too-small']);
  expect(toldOf(blocked(400))).toEqual(['error ops-desired-vs-running']);
});

test('the root cause is first, and its consequences name it', () => {
  const account = withLive({ logGroups: new Map([['/shop/web', undefined]]) }, { ...short, deployments: [rollingOut()] });
  expect(diagnose(account).findings.map(({ id, severity, detail }) => [severity, id, detail])).toEqual([
    ['error', 'log-group-missing', 'awslogs-group (/shop/web) does not exist, so no new task starts'],
    ['info', 'dpl-deployment-frozen', 'deployment (in progress for 45 minutes) has 0 of 2 tasks, and 5 failed, because of log-group-missing'],
  ]);
});

test('reports which feature needs which agent', () => {
  const task = withContainer({ secrets: [{ name: 'KEY', valueFrom: 'arn:aws:secretsmanager:eu-west-1:1:secret:db:key::' }] }, { requiresCompatibilities: ['EC2'] });
  const account = onInstances([instance({ versionInfo: { agentVersion: '1.30.0' } })], { enableExecuteCommand: true }, { taskDefinition: task });
  expect(findingsOf(account, 'ec2-agent-outdated')).toMatchObject([
    { detail: 'agentVersion (1.30.0) of 1 of 1 instance is too old: a JSON key of a secret needs 1.37.0; ECS Exec needs 1.50.2' },
  ]);
});

test('tasks that never use their size are worth a word on Fargate', () => {
  expect(findingsOf(withLive({ utilization: { cpu: 4.4, memory: 12 } }), 'cost-oversized')).toMatchObject([
    { severity: 'info', detail: 'size (at most 4 % of its CPU and 12 % of its memory in 14 days) is more than the tasks use' },
  ]);
  expect(findingsOf(withLive({ utilization: { cpu: 4.4, memory: 62 } }), 'cost-oversized')).toEqual([]);
});

test('the account decides on logs that may hold a container up', () => {
  const silent = withLive({ taskDefinition: withContainer({ logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/shop/web', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'web' } } }) });
  const modesOf = (account: Account): unknown => findingsOf(account, 'log-mode-default-changed').map(({ detail }) => detail);
  expect(modesOf({ ...silent, settings: [{ name: 'defaultLogDriverMode', value: 'blocking' }] })).toEqual([expect.stringContaining('is blocking by')]);
  expect(modesOf(silent)).toEqual([expect.stringContaining('is non-blocking by')]);
  expect(modesOf(healthy)).toEqual([]);
});

test('no stopped task left is not taken for health', () => {
  const { gaps } = diagnose(withService(short));
  expect(gaps).toContainEqual(expect.objectContaining({ reason: expect.stringContaining('no stopped task is left') }));
});

test('services that could not be read are reported', () => {
  const account = { ...healthy, clusters: [{ ...healthy.clusters[0], notRead: [{ name: 'api', reason: 'ECS gave up' }] }] };
  expect(diagnose(account).gaps).toContainEqual({ id: 'ecs:DescribeServices', at: { name: 'shop/api', kind: 'service', source: ARNS.cluster }, reason: 'ECS gave up', isLost: true });
});

test('what was not read is not checked, and nothing is wrong with it', () => {
  const denied = (action: string): Unknown => new Unknown(`it is denied: allow ${action}`);
  const account = withLive({
    taskDefinition: denied('ecs:DescribeTaskDefinition'),
    deployments: denied('ecs:ListServiceDeployments'),
    revisions: denied('ecs:DescribeServiceRevisions'),
    runningTasks: denied('ecs:ListTasks'),
    targetGroups: denied('elasticloadbalancing:DescribeTargetGroups'),
    scaling: denied('application-autoscaling:DescribeScalableTargets'),
    deploymentAlarms: denied('cloudwatch:DescribeAlarms'),
    logGroups: denied('logs:DescribeLogGroups'),
    namespaces: denied('servicediscovery:GetNamespace'),
    network: denied('ec2:DescribeSubnets'),
    images: denied('ecr:DescribeImages'),
    secrets: denied('secretsmanager:DescribeSecret'),
    mountTargets: denied('elasticfilesystem:DescribeMountTargets'),
    utilization: denied('cloudwatch:GetMetricData'),
    queueAges: denied('cloudwatch:GetMetricData'),
  }, {}, { stoppedTasks: denied('ecs:ListTasks'), containerInstances: denied('ecs:ListContainerInstances'), capacityProviders: denied('ecs:DescribeCapacityProviders') });
  const { findings, gaps } = diagnose(account);
  expect(findings).toEqual([]);
  for (const action of ['ecs:DescribeTaskDefinition', 'ecs:ListTasks', 'elasticloadbalancing:DescribeTargetGroups', 'logs:DescribeLogGroups', 'application-autoscaling:DescribeScalableTargets']) {
    expect(gaps.map(({ reason }) => reason)).toContain(`it is denied: allow ${action}`);
  }
});

test('the state of a mount target that is not available is named, with its fix', () => {
  const of = (...states: readonly MountTarget['LifeCycleState'][]) => findingsOf(withMountTargets(...states), 'sto-efs-unreachable');
  expect(of('creating', 'updating')).toMatchObject([{ detail: expect.stringContaining('(creating in eu-west-1a, updating in eu-west-1b)'), fix: 'wait until the mount target is available' }]);
  expect(of('available', 'deleting')).toMatchObject([{ detail: expect.stringContaining('(deleting in eu-west-1b)'), fix: 'create the mount target again' }]);
  expect(of('available', 'available')).toEqual([]);
});

test('policies and listeners that were not read are not taken for none', () => {
  const unread = new Unknown('denied');
  const account = withLive({
    scaling: { ...scaling, policies: unread, schedules: unread, activities: unread, alarms: unread },
    targetGroups: [{ ...targetGroup, attributes: unread, health: unread, loadBalancers: unread, listeners: unread }],
  });
  expect(toldOf(account)).toEqual([]);
});

test('two services in one target group deregister each other\'s tasks', () => {
  const account = { ...healthy, clusters: [{ ...healthy.clusters[0], services: [web, { ...web, service: { ...web.service, serviceName: 'api', serviceArn: `${ARNS.service}2` }, scaling: undefined }] }] };
  expect(toldOf(account)).toEqual(['warning net-target-group-shared']);
});
