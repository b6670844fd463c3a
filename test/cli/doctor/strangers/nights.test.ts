import { cluster, eventsOf, groupOf, revision, site, stops, task, worker } from './cluster';
import { minutesAgo } from '../../../../src/gotchas/fixtures/recorded/arns';
import { instance } from '../../../../src/gotchas/fixtures/recorded/changed';
import { service as web, network } from '../../../../src/gotchas/fixtures/recorded/healthy';
import { toldOf } from '../said-of';
import type { Account } from '../../../../src/cli/collect/account';
import type { Deployment, Task } from '../../../../src/cli/collect/shapes';

const STEADY = 'has reached a steady state.';
const exited = (exitCode: number, change: Partial<Task> = {}): Partial<Task> => ({
  stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', containers: [{ name: 'main', exitCode }], ...change,
});
const unstarted = (stoppedReason: string): Partial<Task> => ({ stopCode: 'TaskFailedToStart', stoppedReason, startedAt: undefined, containers: [] });
const NO_ROUTE = 'ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration.';
const NO_SECRET = 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): retrieved secret from Secrets Manager did not contain json key TOKEN';
const going = (minutes: number, change: Partial<Deployment> = {}): Partial<Deployment> => ({ rolloutState: 'IN_PROGRESS', createdAt: minutesAgo(minutes), updatedAt: minutesAgo(1), ...change });
const unhealthy = (Reason: string) => ({ health: [1, 2, 3].map((index) => ({ Target: { Id: `10.7.0.${index}` }, TargetHealth: { State: 'unhealthy' as const, Reason: Reason as never } })) });
const front = site('front');

describe('nights', () => {
  test.each<[string, readonly string[], Account]>([
    ['a worker without a way to ECR', ['error net-no-egress-path'],
      cluster([worker('mailer', { service: { runningCount: 0 }, deployment: going(42, { runningCount: 0, failedTasks: 7 }), events: [[3, `was unable to place a task. Reason: ${NO_ROUTE}`]] })],
        { stoppedTasks: stops('mailer', [2, 6, 11, 19, 28], unstarted(NO_ROUTE)) })],
    ['the same an hour later, with the event alone', ['error net-no-egress-path'],
      cluster([worker('mailer', { service: { runningCount: 0 }, deployment: going(130, { runningCount: 0, failedTasks: 12 }), events: [[58, `was unable to place a task. Reason: ${NO_ROUTE}.`]] })])],
    ['a JSON key that a secret lacks, in three of eight services', ['error td-secret-reference-form'],
      cluster(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => worker(name, ['b', 'e', 'h'].includes(name) ? { service: { runningCount: 1 }, deployment: going(9, { runningCount: 1, failedTasks: 4 }) } : {})),
        { stoppedTasks: ['b', 'e', 'h'].flatMap((name) => stops(name, [1, 3, 5, 8], unstarted(NO_SECRET))) })],
    ['a crash while it was fixed an hour ago', ['warning ops-unknown-stop'],
      cluster([worker('sync', { events: [[17, STEADY]] })], { stoppedTasks: stops('sync', [33, 39, 44], exited(3)) })],
    ['one crash in the night', [], cluster([worker('sync', { events: [[22, STEADY]] })], { stoppedTasks: stops('sync', [25], exited(1)) })],
    ['two crashes that are not over', ['warning ops-unknown-stop'], cluster([worker('sync')], { stoppedTasks: stops('sync', [2, 7], exited(1)) })],
    ['a crash loop without an end', ['error ops-unknown-stop'],
      cluster([worker('sync', { service: { runningCount: 3, pendingCount: 2 } })], { stoppedTasks: stops('sync', [1, 4, 7, 10, 13, 16], exited(255)) })],
    ['a deployment of 70 minutes at POST_TEST_TRAFFIC_SHIFT', ['error dpl-deployment-frozen'],
      cluster([site('front', { deployment: going(70), live: { deployments: [{ status: 'IN_PROGRESS', lifecycleStage: 'POST_TEST_TRAFFIC_SHIFT' }] }, events: [[69, 'has started 3 tasks: (task 1).']] })])],
    ['a deployment of four hours at PRE_SCALE_UP, before any task', ['error dpl-deployment-frozen'],
      cluster([site('front', { deployment: going(240, { runningCount: 0 }), live: { deployments: [{ status: 'IN_PROGRESS', lifecycleStage: 'PRE_SCALE_UP' }] } })])],
    ['targets that are initial for an hour', ['error dpl-deployment-frozen'],
      cluster([site('front', { deployment: going(61), live: { targetGroups: groupOf(front, { health: [1, 2, 3].map(() => ({ TargetHealth: { State: 'initial' } })) }) } })])],
    ['an old revision that does not leave', ['error dpl-deployment-frozen'],
      cluster([worker('jobs', {
        service: {
          deployments: [
            { ...web.deployments![0], ...going(95), id: 'ecs-svc/jobs', taskDefinition: revision('jobs'), desiredCount: 5, runningCount: 5 },
            { ...web.deployments![0], id: 'old', status: 'ACTIVE', taskDefinition: revision('jobs', 11), desiredCount: 0, runningCount: 3 },
          ],
        },
      })])],
    ['a rollback of this morning', ['error dpl-deployment-failed'],
      cluster([worker('jobs', { events: [[301, STEADY], [309, 'rolling back to (deployment ecs-svc/jobs).'], [310, '(deployment ecs-svc/991) deployment failed: tasks failed to start.']] })])],
    ['a rollback of last week', ['warning dpl-deployment-failed'],
      cluster([worker('jobs', { events: [[360, STEADY], [7200, 'rolling back to (deployment ecs-svc/jobs).']] })])],
    ['a rollback, and a good deployment after it', [],
      cluster([worker('jobs', { events: [[60, STEADY], [70, '(deployment ecs-svc/jobs) deployment completed.'], [300, 'rolling back to (deployment ecs-svc/5).']] })])],
    ['a rollback under way, for crashes of the new revision', ['error ops-unknown-stop'],
      cluster([worker('jobs', {
        service: { runningCount: 5 },
        deployment: going(4, { runningCount: 5 }),
        live: { deployments: [{ status: 'ROLLBACK_IN_PROGRESS', statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.' }] },
        events: [[4, 'rolling back to (deployment ecs-svc/jobs).']],
      })], { stoppedTasks: stops('jobs', [5, 7, 9, 11], exited(1, { taskDefinitionArn: revision('jobs', 13), startedBy: 'ecs-svc/13' })) })],
    ['a rollback that failed for its alarm', ['error dpl-deployment-failed'],
      cluster([site('front', { service: { runningCount: 2 }, deployment: going(80, { runningCount: 2, failedTasks: 4 }), live: { deployments: [{ status: 'ROLLBACK_FAILED', alarms: { triggeredAlarmNames: ['front-5xx'] } }] } })])],
    ['tasks pending for 25 minutes', ['error ops-desired-vs-running'],
      cluster([worker('etl', { service: { runningCount: 4, pendingCount: 1 }, live: { runningTasks: [...[1, 2, 3, 4].map((index) => task('etl', { taskArn: `${index}` })), task('etl', { taskArn: 'p', lastStatus: 'PENDING', createdAt: minutesAgo(25), startedAt: undefined })] } })])],
    ['tasks activating for an hour', ['error ops-desired-vs-running'],
      cluster([site('front', { service: { runningCount: 2, pendingCount: 1 }, live: { runningTasks: [task('front'), task('front', { taskArn: '2' }), task('front', { taskArn: 'p', lastStatus: 'ACTIVATING', createdAt: minutesAgo(60) })] } })])],
    ['a provider of instances that starts none', ['error ec2-no-instances'],
      cluster([worker('etl', {
        service: { launchType: undefined, capacityProviderStrategy: [{ capacityProvider: 'gpu', weight: 1 }], runningCount: 0, pendingCount: 5 },
        live: { runningTasks: [1, 2, 3].map((index) => task('etl', { taskArn: `${index}`, lastStatus: 'PROVISIONING', capacityProviderName: 'gpu', createdAt: minutesAgo(33), startedAt: undefined })) },
      })], { cluster: { clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop', clusterName: 'shop', status: 'ACTIVE', capacityProviders: ['gpu'], settings: [{ name: 'containerInsights', value: 'enabled' }] } })],
    ['500 from all targets, and a log group that is gone', ['error log-group-missing', 'error net-health-check-misfit'],
      cluster([site('front', { live: { targetGroups: groupOf(front, unhealthy('Target.ResponseCodeMismatch')), logGroups: new Map([['/shop/web', undefined]]) } })])],
    ['no answer from all targets, and an image that expired', ['error dpl-image-gone', 'error net-health-check-misfit'],
      cluster([site('front', { live: { targetGroups: groupOf(front, unhealthy('Target.Timeout')), images: new Map([['x:1', undefined]]) } })])],
    ['no answer from all targets, and a namespace that is gone', ['error net-health-check-misfit', 'error sd-namespace-gone'],
      cluster([site('front', { live: { targetGroups: groupOf(front, unhealthy('Target.Timeout')), namespaces: new Map([['ns-77', undefined]]) } })])],
    ['out of memory, which its targets show too', ['error dep-oom'],
      cluster([site('front', { service: { runningCount: 2 }, live: { targetGroups: groupOf(front, unhealthy('Target.FailedHealthChecks')) } })],
        { stoppedTasks: stops('front', [1, 2, 3, 4], exited(137, { containers: [{ name: 'app', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }] })) })],
    ['a health check that fails, and tasks that ECS replaces for it', ['error net-health-check-misfit'],
      cluster([site('front', { service: { runningCount: 2 }, live: { targetGroups: groupOf(front, unhealthy('Target.Timeout')) }, events: [[2, '(port 8080) is unhealthy in (target-group arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/front/1) due to (reason Request timed out).']] })],
        { stoppedTasks: stops('front', [2, 5, 9], { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/front/1)', startedAt: minutesAgo(12) }) })],
    ['two faults in two services', ['error dep-oom', 'error ops-pull-rate-limit'],
      cluster([worker('a', { service: { runningCount: 3 } }), worker('b', { service: { runningCount: 2 } }), worker('c')], {
        stoppedTasks: [...stops('a', [1, 2, 3, 4], exited(137)), ...stops('b', [1, 2, 3, 4, 5], unstarted('CannotPullContainerError: toomanyrequests: You have reached your pull rate limit.'))],
      })],
    ['a Service Connect proxy of each task, unhealthy', ['error sc-proxy-unhealthy'],
      cluster([worker('cart', { live: { runningTasks: [1, 2, 3, 4, 5].map((index) => task('cart', { taskArn: `${index}`, healthStatus: 'UNHEALTHY', containers: [{ name: 'app', healthStatus: 'UNKNOWN', lastStatus: 'RUNNING' }, { name: 'ecs-service-connect-9aZ', healthStatus: 'UNHEALTHY', lastStatus: 'RUNNING' }] })) } })])],
    ['a collector that ended in two of five tasks', ['warning ops-container-ended'],
      cluster([worker('cart', { live: { runningTasks: [1, 2, 3, 4, 5].map((index) => task('cart', { taskArn: `${index}`, containers: [{ name: 'app', lastStatus: 'RUNNING' }, index < 3 ? { name: 'otel', lastStatus: 'STOPPED', exitCode: 2 } : { name: 'otel', lastStatus: 'RUNNING' }] })) } })])],
    ['one of five tasks unhealthy', ['error dep-startup-longer-than-check'],
      cluster([worker('cart', { live: { runningTasks: [1, 2, 3, 4, 5].map((index) => task('cart', { taskArn: `${index}`, healthStatus: index === 4 ? 'UNHEALTHY' : 'HEALTHY', containers: [{ name: 'app', lastStatus: 'RUNNING', healthStatus: index === 4 ? 'UNHEALTHY' : 'HEALTHY' }] })) } })])],
    ['a service that is deleted, and one that is well', ['warning ops-service-draining'],
      cluster([worker('old', { service: { status: 'DRAINING', desiredCount: 0, runningCount: 2 } }), worker('new')])],
    ['a subnet that was deleted, of five services', ['error net-subnet-or-group-gone'],
      cluster(['a', 'b', 'c', 'd', 'e'].map((name) => worker(name, { live: { network: { ...network, subnets: [] } } })))],
    ['a NAT gateway that is gone, of four services', ['error net-no-egress-path'],
      cluster(['a', 'b', 'c', 'd'].map((name) => worker(name, { live: { network: { ...network, routeTables: [{ ...network.routeTables[0], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-9', State: 'blackhole' }] }] } } })))],
    ['instances that went away under a service', ['warning ec2-host-gone'],
      cluster([worker('etl', { service: { launchType: 'EC2' } })], { containerInstances: [instance()], stoppedTasks: stops('etl', [8, 8, 9, 10], { stopCode: 'TerminationNotice', stoppedReason: 'Host EC2 (instance i-0aa11bb22cc33dd44) terminated.' }) })],
    ['a first deployment that failed', ['error ops-unknown-stop'],
      cluster([worker('etl', { service: { runningCount: 0 }, deployment: { rolloutState: 'FAILED', rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.', runningCount: 0, updatedAt: minutesAgo(3) }, live: { deployments: [{ status: 'STOPPED' }] } })],
        { stoppedTasks: stops('etl', [4, 6, 8, 10], exited(127)) })],
    ['a task killed beside an agent that failed', ['warning ops-unknown-stop'],
      cluster([worker('etl')], { stoppedTasks: stops('etl', [3], exited(0, { containers: [{ name: 'app', exitCode: 143 }, { name: 'agent', exitCode: 9 }] })) })],
  ])('%s', (_, told, account) => expect(toldOf(account)).toEqual(told));
});

describe('quiet nights', () => {
  const BLUE = { loadBalancers: [{ ...front.service.loadBalancers![0], advancedConfiguration: { alternateTargetGroupArn: 'arn:x:targetgroup/front-green/1' } }] };
  test.each<[string, Account]>([
    ['thirty services', cluster(Array.from({ length: 30 }, (_, index) => (index % 3 ? worker(`w${index}`) : site(`s${index}`))))],
    ['a deployment that began three minutes ago', cluster([site('front', { deployment: going(3, { runningCount: 1 }) })])],
    ['a deployment of twelve minutes, with targets that boot', cluster([site('front', {
      deployment: going(12), live: { targetGroups: groupOf(front, { health: [{ TargetHealth: { State: 'healthy' } }, { TargetHealth: { State: 'initial' } }] }) },
    })])],
    ['a deployment that bakes for its 90 minutes', cluster([site('front', {
      service: { deploymentConfiguration: { ...web.deploymentConfiguration, bakeTimeInMinutes: 90 } }, deployment: going(110), live: { deployments: [{ status: 'IN_PROGRESS', lifecycleStage: 'BAKE_TIME' }] },
    })])],
    ['a linear deployment in its seventh step', cluster([site('front', {
      service: { deploymentConfiguration: { ...web.deploymentConfiguration, linearConfiguration: { stepPercent: 10, stepBakeTimeInMinutes: 10 } } },
      deployment: going(85),
      live: { deployments: [{ status: 'IN_PROGRESS', lifecycleStage: 'PRODUCTION_TRAFFIC_SHIFT' }] },
    })])],
    ['tasks that scale out right now', cluster([worker('etl', { service: { desiredCount: 9, runningCount: 5, pendingCount: 4 }, live: { runningTasks: [task('etl', { lastStatus: 'PENDING', createdAt: minutesAgo(2), startedAt: undefined })] } })])],
    ['tasks that were scaled in', cluster([worker('etl')], { stoppedTasks: stops('etl', [1, 2, 3, 4, 5, 6], { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/etl)', containers: [{ name: 'app', exitCode: 0 }] }) })],
    ['tasks that a deployment replaced', cluster([worker('etl', { events: [[5, STEADY]] })], { stoppedTasks: stops('etl', [6, 7, 8], { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/11)', containers: [{ name: 'app', exitCode: 143 }], startedBy: 'ecs-svc/11' }) })],
    ['retired and interrupted tasks', cluster([worker('etl')], { stoppedTasks: [...stops('etl', [5], { stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' }), ...stops('etl', [9], { stopCode: 'TerminationNotice', stoppedReason: 'ECS is performing maintenance on the underlying infrastructure hosting the task.' })] })],
    ['tasks that people stopped', cluster([worker('etl')], { stoppedTasks: stops('etl', [2, 4], { stopCode: 'UserInitiated', stoppedReason: 'rebalance', containers: [{ name: 'app', exitCode: 137 }] }) })],
    ['a service that is off', cluster([worker('etl', { service: { desiredCount: 0, runningCount: 0 } })])],
    ['a daemon', cluster([worker('agent', { service: { schedulingStrategy: 'DAEMON', launchType: 'EC2', availabilityZoneRebalancing: undefined } })], { containerInstances: [instance(), instance({ containerInstanceArn: 'b', ec2InstanceId: 'i-2' })] })],
    ['init containers that ended well', cluster([worker('cart', { live: { runningTasks: [1, 2, 3, 4, 5].map((index) => task('cart', { taskArn: `${index}`, containers: [{ name: 'app', lastStatus: 'RUNNING' }, { name: 'init', lastStatus: 'STOPPED', exitCode: 0 }] })) } })])],
    ['targets that drain beside the healthy ones', cluster([site('front', { live: { targetGroups: groupOf(front, { health: [...(front.targetGroups as readonly { readonly health: readonly object[] }[])[0].health, { TargetHealth: { State: 'draining' } }] }) } })])],
    ['health checks of tasks that are not known', cluster([worker('cart', { live: { runningTasks: [1, 2].map((index) => task('cart', { taskArn: `${index}`, healthStatus: 'UNKNOWN', containers: [{ name: 'app', healthStatus: 'UNKNOWN' }] })) } })])],
    ['a green group that waits without targets', cluster([site('front', {
      service: BLUE,
      live: {
        targetGroups: [...groupOf(front, {}) as readonly never[], ...groupOf(front, {
          health: [], targetGroup: { ...(front.targetGroups as readonly { readonly targetGroup: object }[])[0].targetGroup, TargetGroupArn: 'arn:x:targetgroup/front-green/1', TargetGroupName: 'front-green' },
        }) as readonly never[]],
      },
    })])],
    ['a service whose events are gone', cluster([worker('etl', { service: { events: [] } })])],
    ['a steady event every six hours', cluster([worker('etl', { service: { events: eventsOf('etl', [[100, STEADY], [460, STEADY], [820, STEADY]]) } })])],
    ['a capacity provider in the making', cluster([worker('etl')], { capacityProviders: [{ name: 'mi', status: 'PROVISIONING', updateStatus: 'CREATE_IN_PROGRESS' }] })],
    ['a deployment that was stopped and followed by a good one', cluster([worker('etl', { live: { deployments: [{ status: 'SUCCESSFUL' }, { status: 'STOPPED' }, { status: 'ROLLBACK_SUCCESSFUL' }] } })])],
  ])('%s', (_, account) => expect(toldOf(account)).toEqual([]));
});
