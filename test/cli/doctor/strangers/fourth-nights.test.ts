import { minutesAgo } from '../../../../src/gotchas/fixtures/recorded/arns';
import { instance } from '../../../../src/gotchas/fixtures/recorded/changed';
import { service as web, shop, scaling, targetGroup, taskDefinition, web as live } from '../../../../src/gotchas/fixtures/recorded/healthy';
import type { Account } from '../../../../src/cli/collect/account';
import type { Task } from '../../../../src/cli/collect/shapes';
import { diagnose } from '../../../../src/cli/doctor/diagnosis/diagnose';
import { toldOf } from '../said-of';
import { cluster, groupOf, revision, site, stops, task, worker } from './cluster';

const front = site('front');
const going = (minutes: number, change: object = {}) => ({ rolloutState: 'IN_PROGRESS' as const, createdAt: minutesAgo(minutes), updatedAt: minutesAgo(2), ...change });
const started = (change: Partial<Task>) => ({ stopCode: 'EssentialContainerExited' as const, stoppedReason: 'Essential container in task exited', ...change });
const unstarted = (stoppedReason: string): Partial<Task> => ({ stopCode: 'TaskFailedToStart', stoppedReason, startedAt: undefined, containers: [] });
const strategy = (change: object) => ({ deploymentConfiguration: { ...web.deploymentConfiguration, ...change } });
const bluegreen = (Stage: string, minutes: number, change: object, deployment: object = {}) => cluster([site('front', {
  service: strategy(change),
  deployment: going(minutes),
  live: { deploymentAlarms: [{ AlarmName: 'p99', StateValue: 'OK' }], deployments: [{ status: 'IN_PROGRESS', lifecycleStage: Stage as never, createdAt: minutesAgo(minutes), startedAt: minutesAgo(minutes), ...deployment }] },
})]);
const SMOKE = [{ hookTargetArn: 'arn:aws:lambda:eu-west-1:111122223333:function:smoke', roleArn: 'arn:aws:iam::111122223333:role/hook', lifecycleStages: ['POST_SCALE_UP'] }];
const health = (State: string, Reason: string, Description = '', count = 3) => groupOf(front, { health: [1, 2, 3].map((index) => ({ Target: { Id: `10.7.0.${index}`, Port: 8080 }, TargetHealth: index <= count ? { State, Reason, Description } : { State: 'healthy' } })) });
const [frontGroup] = front.targetGroups as never as readonly { readonly targetGroup: object }[];
const group = (change: object) => groupOf(front, { targetGroup: { ...frontGroup.targetGroup, ...change } });
const GROUP = 'arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1:autoScalingGroupName/m6-group';
const asg = (change: object, activities: readonly object[] = []) => ({
  capacityProviders: [{ name: 'm6', status: 'ACTIVE', autoScalingGroupProvider: { autoScalingGroupArn: GROUP, managedScaling: { status: 'ENABLED' } } }],
  autoScalingGroups: new Map([[GROUP, { group: { AutoScalingGroupName: 'm6-group', MinSize: 0, MaxSize: 8, DesiredCapacity: 3, AvailabilityZones: [], Instances: [], ...change }, activities }]]),
  containerInstances: [],
  cluster: { ...shop.cluster, capacityProviders: ['m6'] },
}) as never;
const waiting = (minutes: number) => worker('etl', {
  service: { launchType: undefined, capacityProviderStrategy: [{ capacityProvider: 'm6', weight: 1 }], runningCount: 0, pendingCount: 5 },
  live: { runningTasks: [1, 2, 3, 4, 5].map((index) => task('etl', { taskArn: `${index}`, lastStatus: 'PROVISIONING', capacityProviderName: 'm6', createdAt: minutesAgo(minutes), startedAt: undefined })) },
});
const launch = (StatusMessage: string) => [{ ActivityId: '1', Description: 'Launching a new EC2 instance', StatusCode: 'Failed', StatusMessage, StartTime: minutesAgo(3) }];
const withVolume = { ...taskDefinition, taskDefinitionArn: revision('etl'), family: 'etl', revision: 12, volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-7', transitEncryption: 'ENABLED' as const } }] };
const target = (zone: string, State = 'available') => ({ MountTargetId: zone, FileSystemId: 'fs-7', SubnetId: zone, LifeCycleState: State as never, AvailabilityZoneName: zone });
const REGISTRY = 'arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-7';
const five = (change: (index: number) => Partial<Task>) => [1, 2, 3, 4, 5].map((index) => task('etl', { taskArn: `arn:aws:ecs:eu-west-1:111122223333:task/shop/t${index}`, ...change(index) }));
const registered = (...ids: number[]) => worker('etl', {
  service: { serviceRegistries: [{ registryArn: REGISTRY }] },
  live: {
    runningTasks: five((index) => ({ attachments: [{ type: 'ElasticNetworkInterface', details: [{ name: 'privateIPv4Address', value: `10.7.0.${index}` }] }] })),
    namespaces: new Map([[REGISTRY, { Id: 'ns-1', Name: 'shop.local' } as never]]),
    registrations: new Map([[REGISTRY, ids.map((index) => ({ id: `t${index}`, address: `10.7.0.${index}`, service: 'etl', cluster: 'shop' }))]]),
  },
});
const proxies = (ill: number) => worker('etl', { live: { runningTasks: five((index) => ({ healthStatus: index <= ill ? 'UNHEALTHY' : 'HEALTHY', containers: [{ name: 'app', lastStatus: 'RUNNING', healthStatus: 'HEALTHY' }, { name: 'ecs-service-connect-x1', lastStatus: 'RUNNING', healthStatus: index <= ill ? 'UNHEALTHY' : 'HEALTHY' }] })) } });
const scaled = (change: object, service: object) => worker('etl', { service, live: { scaling: { ...scaling, target: { ...scaling.target, ResourceId: 'service/shop/etl', ...change }, policies: (scaling.policies as never as object[]).map((policy) => ({ ...policy, ResourceId: 'service/shop/etl' })) as never } } });
const taskSet = (change: object) => ({ id: 'ecs-svc/1', status: 'PRIMARY', taskDefinition: revision('etl'), computedDesiredCount: 5, runningCount: 5, pendingCount: 0, scale: { value: 100, unit: 'PERCENT' as const }, stabilityStatus: 'STEADY_STATE' as const, stabilityStatusAt: minutesAgo(300), createdAt: minutesAgo(600), updatedAt: minutesAgo(300), launchType: 'FARGATE' as const, ...change }) as never;
const external = (controller: 'EXTERNAL' | 'CODE_DEPLOY', sets: never[], service: object = {}) => worker('etl', { service: { deploymentController: { type: controller }, deployments: [], taskSets: sets, deploymentConfiguration: undefined, ...service } as never, live: { deployments: [] } });
const lbZones = (...zones: string[]) => groupOf(front, {
  loadBalancers: (targetGroup.loadBalancers as never as object[]).map((one) => (
    { ...one, AvailabilityZones: zones.map((ZoneName) => ({ ZoneName, SubnetId: ZoneName })) })),
});

/** name, expected, part of the fix of the first, the account, its healthy twin */
const STATES: readonly (readonly [string, readonly string[], RegExp, Account, Account])[] = [
  ['a canary whose bake time is over for hours', ['error dpl-deployment-frozen'], /./, bluegreen('PRODUCTION_TRAFFIC_SHIFT', 260, { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 15 } }), bluegreen('PRODUCTION_TRAFFIC_SHIFT', 20, { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 15 } })],
  ['a bake time of 15 minutes that does not end', ['error dpl-deployment-frozen'], /./, bluegreen('BAKE_TIME', 300, { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 15 }), bluegreen('BAKE_TIME', 18, { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 15 })],
  ['a hook that does not answer', ['error dpl-deployment-frozen'], /log of smoke/, bluegreen('POST_SCALE_UP', 130, { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5, lifecycleHooks: SMOKE }), bluegreen('POST_SCALE_UP', 9, { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5, lifecycleHooks: SMOKE })],
  ['a deployment that never leaves PENDING', ['error dpl-deployment-frozen'], /./, cluster([worker('etl', { deployment: going(140, { runningCount: 0 }), live: { deployments: [{ status: 'PENDING', createdAt: minutesAgo(140) }] } })]), cluster([worker('etl', { deployment: going(2, { runningCount: 0 }), live: { deployments: [{ status: 'PENDING', createdAt: minutesAgo(2) }] } })])],
  ['an alarm that rolls a deployment back right now', ['error dpl-deployment-failed'], /alarm/, bluegreen('BAKE_TIME', 40, { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 30, alarms: { enable: true, rollback: true, alarmNames: ['p99'] } }, { status: 'ROLLBACK_IN_PROGRESS', statusReason: 'Service deployment rolled back because of alarm(s) detected: p99', alarms: { status: 'TRIGGERED', alarmNames: ['p99'], triggeredAlarmNames: ['p99'] } }), bluegreen('BAKE_TIME', 40, { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 30, alarms: { enable: true, rollback: true, alarmNames: ['p99'] } }, { alarms: { status: 'MONITORING', alarmNames: ['p99'] } })],
  ['a first deployment with nothing to roll back to', ['error dpl-nothing-to-roll-back-to'], /revision/, cluster([worker('etl', { service: { runningCount: 0 }, deployment: going(50, { rolloutState: 'FAILED', rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.', runningCount: 0, updatedAt: minutesAgo(5) }), live: { deployments: [{ status: 'ROLLBACK_FAILED', statusReason: 'No rollback candidate was found to run the rollback.', finishedAt: minutesAgo(4) }] } })]), cluster([worker('etl')])],
  ['percentages that leave no room', ['error dpl-percent-deadlock'], /Percent/, cluster([worker('etl', { service: { ...strategy({ minimumHealthyPercent: 100, maximumPercent: 100 }), availabilityZoneRebalancing: 'DISABLED', runningCount: 5 }, deployment: going(40, { runningCount: 0 }), events: [[3, 'was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.']] })]), cluster([worker('etl', { deployment: going(4, { runningCount: 2 }) })])],
  ['CodeDeploy that waits for someone to reroute the traffic', ['warning dpl-deployment-frozen'], /continue-deployment/, cluster([external('CODE_DEPLOY', [taskSet({}), taskSet({ id: 'ecs-svc/2', status: 'ACTIVE', createdAt: minutesAgo(190), stabilityStatusAt: minutesAgo(185) })])]), cluster([external('CODE_DEPLOY', [taskSet({})])])],
  ['a primary task set with two of five tasks', ['error ops-desired-vs-running'], /./, cluster([external('EXTERNAL', [taskSet({ runningCount: 2, stabilityStatus: 'STABILIZING', stabilityStatusAt: minutesAgo(140), createdAt: minutesAgo(140) })], { runningCount: 2 })]), cluster([external('EXTERNAL', [taskSet({})])])],
  ['an attachment of the cluster that failed', ['error ec2-capacity-provider-failed'], /./, cluster([worker('etl')], { cluster: { ...shop.cluster, attachmentsStatus: 'UPDATE_FAILED', attachments: [{ id: 'a', type: 'asp', status: 'FAILED', details: [{ name: 'capacityProviderName', value: 'm6' }] }] } }), cluster([worker('etl')], { cluster: { ...shop.cluster, attachmentsStatus: 'UPDATE_COMPLETE', attachments: [{ id: 'a', type: 'asp', status: 'CREATED' }] } })],
  ['a daemon whose port is taken on two of three instances', ['error net-fixed-host-port'], /port/i, cluster([worker('agent', { service: { launchType: 'EC2', platformVersion: undefined, availabilityZoneRebalancing: undefined, schedulingStrategy: 'DAEMON', desiredCount: 3, runningCount: 1 }, deployment: { desiredCount: 3, runningCount: 1 }, events: [[2, 'was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 3a09) is already using a port required by your task.']] })], { containerInstances: [1, 2, 3].map((index) => instance({ containerInstanceArn: `${index}` })) }), cluster([worker('agent', { service: { launchType: 'EC2', platformVersion: undefined, availabilityZoneRebalancing: undefined, schedulingStrategy: 'DAEMON', desiredCount: 3, runningCount: 3 } })], { containerInstances: [1, 2, 3].map((index) => instance({ containerInstanceArn: `${index}` })) })],
  ['a path that answers 404', ['error net-health-check-misfit'], /path|404/, cluster([site('front', { live: { targetGroups: health('unhealthy', 'Target.ResponseCodeMismatch', 'Health checks failed with these codes: [404]') } })]), cluster([site('front', { live: { targetGroups: health('healthy', '') } })])],
  ['a health check on a port that the group of the tasks keeps closed', ['error net-task-sg-blocks-lb'], /port/, cluster([site('front', { live: { targetGroups: (group({ HealthCheckPort: '9090' }) as never as object[]).map((one) => ({ ...one, health: (health('unhealthy', 'Target.Timeout') as never as { health: object }[])[0].health })) as never } })]), cluster([site('front', { live: { targetGroups: group({ HealthCheckPort: '8080' }) } })])],
  ['a zone that the load balancer is not in', ['error net-lb-az-not-enabled'], /subnet|zone/i, cluster([site('front', { live: { targetGroups: (lbZones('eu-west-1a') as never as object[]).map((one) => ({ ...one, health: (health('unused', 'Target.NotInUse', 'Target is in an Availability Zone that is not enabled for the load balancer', 1) as never as { health: object }[])[0].health })) as never } })]), cluster([site('front', { live: { targetGroups: lbZones('eu-west-1a', 'eu-west-1b') } })])],
  ['targets that all drain beside tasks that run', ['error net-target-not-registered'], /./, cluster([site('front', { live: { targetGroups: health('draining', 'Target.DeregistrationInProgress', 'Target deregistration is in progress'), runningTasks: [1, 2, 3].map((index) => task('front', { taskArn: `f${index}`, attachments: [{ type: 'ElasticNetworkInterface', details: [{ name: 'privateIPv4Address', value: `10.7.9.${index}` }] }] })) } })]), cluster([site('front', { live: { runningTasks: [1, 2, 3].map((index) => task('front', { taskArn: `f${index}`, attachments: [{ type: 'ElasticNetworkInterface', details: [{ name: 'privateIPv4Address', value: `10.7.0.${index}` }] }] })) } })])],
  ['a group over its storage quota', ['error dpl-no-quota'], /quota/i, cluster([waiting(50)], asg({}, launch('You have exceeded your maximum gp3 storage limit of 50 TiB in this region. Please contact AWS Support to request an Elastic Block Store service limit increase. Launching EC2 instance failed.'))), cluster([waiting(2)], asg({ Instances: [{ InstanceId: 'i-1', LifecycleState: 'InService' }] }))],
  ['a group whose lifecycle hook gives up on each instance', ['error ec2-group-cannot-launch'], /hook|lifecycle/i, cluster([waiting(50)], asg({}, launch('Instance failed to complete user\'s Lifecycle Action: Lifecycle Action with token 0f9de17a was abandoned: Heartbeat Timeout'))), cluster([waiting(2)], asg({ Instances: [{ InstanceId: 'i-1', LifecycleState: 'Pending:Wait' }] }))],
  ['a group in a zone that EC2 has none of its types in', ['error ec2-capacity-unavailable'], /instance types/i, cluster([waiting(50)], asg({}, launch('We currently do not have sufficient m6i.large capacity in the Availability Zone you requested (eu-west-1c). Launching EC2 instance failed.'))), cluster([waiting(2)], asg({}))],
  ['a platform version that AWS has retired', ['error ops-platform-version-retired'], /LATEST|platform/i, cluster([worker('etl', { service: { platformVersion: '1.2.0' } })]), cluster([worker('etl', { service: { platformVersion: '1.4.0' } })])],
  ['scaled to nothing by a policy that can not bring it back', ['warning scl-zero-cannot-return'], /minCapacity/, cluster([scaled({ MinCapacity: 0 }, { desiredCount: 0, runningCount: 0 })]), cluster([scaled({ MinCapacity: 1 }, { desiredCount: 5, runningCount: 5 })])],
  ['schedules that Scheduler gave up', ['warning ops-schedule-cannot-start'], /./, cluster([worker('etl')], { scheduleGroups: [{ name: 'nightly', schedules: ['a'], others: 0, failed: 9, dropped: 3, deadLetters: 0 }] }), cluster([worker('etl')], { scheduleGroups: [{ name: 'nightly', schedules: ['a'], others: 0, failed: 0, dropped: 0, deadLetters: 0 }] })],
  ['a task role that was deleted, with no word of ECS yet', ['error iam-trust-policy'], /role/, cluster([worker('etl', { live: { roles: new Map([...(live.roles as ReadonlyMap<string, never>), [taskDefinition.taskRoleArn!, undefined]]) as never } })]), cluster([worker('etl')])],
  ['one log group of two services, deleted', ['error log-group-missing'], /log group/, cluster(['a', 'b'].map((name) => worker(name, { live: { logGroups: new Map([['/shop/web', undefined]]) } }))), cluster(['a', 'b'].map((name) => worker(name)))],
  ['a log group whose key is off', ['error log-create-group-permission'], /key/, cluster([worker('etl', { service: { runningCount: 2 } })], { stoppedTasks: stops('etl', [1, 4, 9], unstarted('ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: operation error CloudWatch Logs: CreateLogStream, https response error StatusCode: 400, RequestID: 1, AccessDeniedException: The specified KMS Key Id could not be found or is disabled.')) }), cluster([worker('etl')])],
  ['mount targets that were deleted under tasks that run', ['error sto-efs-unreachable'], /mount target/, cluster([worker('etl', { live: { taskDefinition: withVolume, mountTargets: new Map([['fs-7', []]]) } })]), cluster([worker('etl', { live: { taskDefinition: withVolume, mountTargets: new Map([['fs-7', [target('eu-west-1a'), target('eu-west-1b')]]]) } })])],
  ['a Cloud Map service without instances', ['error sd-instances-differ'], /./, cluster([registered()]), cluster([registered(1, 2, 3, 4, 5)])],
  ['two of five proxies of Service Connect unhealthy', ['error sc-proxy-unhealthy'], /./, cluster([proxies(2)]), cluster([proxies(0)])],
  ['an alarm of the deployments that is gone', ['warning dpl-alarm-useless'], /alarm/, cluster([worker('etl', { service: strategy({ alarms: { enable: true, rollback: true, alarmNames: ['p99'] } }) })]), cluster([worker('etl', { service: strategy({ alarms: { enable: true, rollback: true, alarmNames: ['p99'] } }), live: { deploymentAlarms: [{ AlarmName: 'p99', StateValue: 'OK' }] } })])],
  ['a provider that the cluster does not have', ['error ec2-provider-not-associated'], /associate/, cluster([worker('etl', { service: { launchType: undefined, capacityProviderStrategy: [{ capacityProvider: 'gone', weight: 1 }], runningCount: 3 } })]), cluster([worker('etl', { service: { launchType: undefined, capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }] } })])],
  ['targets that fail their check again and again, between steady states', ['error net-health-check-misfit'], /health check|port|path/, cluster([site('front', { events: [[4, 'has reached a steady state.'], [6, '(port 8080) is unhealthy in (target-group front) due to (reason Request timed out).'], [22, 'has reached a steady state.'], [24, '(port 8080) is unhealthy in (target-group front) due to (reason Request timed out).'], [41, 'has reached a steady state.']] })], { stoppedTasks: stops('front', [5, 14, 23, 33, 42, 51], { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/front/1)' }) }), cluster([site('front', { events: [[4, 'has reached a steady state.']] })])],
  ['agents that are there and impaired', ['warning ec2-agent-disconnected'], /instance|agent/, cluster([worker('etl', { service: { launchType: 'EC2', platformVersion: undefined } })], { containerInstances: [instance({ healthStatus: { overallStatus: 'IMPAIRED', details: [{ type: 'CONTAINER_RUNTIME', status: 'IMPAIRED' }] } }), instance({ containerInstanceArn: 'b' })] }), cluster([worker('etl', { service: { launchType: 'EC2', platformVersion: undefined } })], { containerInstances: [instance(), instance({ containerInstanceArn: 'b' })] })],
  ['a revision that starts, and ends by a signal of its CPU', ['error ops-unknown-stop'], /log/, cluster([worker('etl', { service: { runningCount: 2 } })], { stoppedTasks: stops('etl', [1, 4, 8], started({ containers: [{ name: 'app', exitCode: 132 }] })) }), cluster([worker('etl')])],
];
test.each(STATES.map(([name, ...rest]) => [name, rest] as const))('%s', (_, [told, fix, account]) => {
  expect(toldOf(account)).toEqual(told);
  const [severity, id] = told[0].split(' ');
  expect(diagnose(account).findings.find((finding) => finding.severity === severity)).toMatchObject({ id, fix: expect.stringMatching(fix) });
});

describe('the healthy twin', () => {
  test.each(STATES.map(([name, , , , twin]) => [name, twin] as const))('of %s', (_, twin) => expect(toldOf(twin)).toEqual([]));
});

describe('task sets of CodeDeploy', () => {
  const beside = (change: object) => external('CODE_DEPLOY', [taskSet({}), taskSet({ id: 'ecs-svc/2', status: 'ACTIVE', createdAt: minutesAgo(50), stabilityStatus: 'STABILIZING', runningCount: 1, ...change })]);

  test('that do not start are an error', () => {
    expect(toldOf(cluster([beside({})]))).toEqual(['error dpl-deployment-frozen']);
  });

  test('that are kept for a rollback are no news', () => {
    expect(toldOf(cluster([beside({ createdAt: minutesAgo(900), stabilityStatus: 'STEADY_STATE', stabilityStatusAt: minutesAgo(880) })]))).toEqual([]);
  });

  test('that have just begun are no news', () => {
    expect(toldOf(cluster([beside({ createdAt: minutesAgo(10) })]))).toEqual([]);
  });

  test('are named with the deployment that waits', () => {
    const [{ detail, fix }] = diagnose(cluster([beside({ stabilityStatus: 'STEADY_STATE', stabilityStatusAt: minutesAgo(70), createdAt: minutesAgo(75), externalId: 'd-X1' })])).findings;
    expect(detail).toContain('(d-X1) waits');
    expect(fix).toContain('--deployment-id d-X1 --deployment-wait-type READY_WAIT');
  });
});
