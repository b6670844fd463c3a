import { cluster, eventsOf, groupOf, revision, site, stops, task, worker } from './cluster';
import { ARNS, minutesAgo } from '../../../../src/gotchas/fixtures/recorded/arns';
import { instance } from '../../../../src/gotchas/fixtures/recorded/changed';
import { network, service as web, targetGroup } from '../../../../src/gotchas/fixtures/recorded/healthy';
import { toldOf } from '../said-of';
import type { Account } from '../../../../src/cli/collect/account';
import { diagnose } from '../../../../src/cli/doctor/diagnosis/diagnose';
import type { Container, Task } from '../../../../src/cli/collect/shapes';
import { Unknown } from '../../../../src/facts/fact';

const crashed: Partial<Task> = { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', containers: [{ name: 'app', exitCode: 1 }] };
const failed = (stoppedReason: string): Partial<Task> => ({ stopCode: 'TaskFailedToStart', stoppedReason, startedAt: undefined, containers: [] });
const unread = (call: string): Unknown => new Unknown(`${call} is denied: allow it`);
const front = site('front');
const closed = { ...network, securityGroups: [{ ...network.securityGroups[0], IpPermissionsEgress: [] }] };
const ill = (...codes: readonly string[]) => groupOf(front, { health: codes.map((Reason, index) => ({ Target: { Id: `10.7.0.${index}` }, TargetHealth: Reason === '' ? { State: 'healthy' } : { State: 'unhealthy', Reason } })) });
const inEach = (name: string, ...containers: readonly Container[]) => [0, 1, 2, 3, 4].map((index) => task(name, { taskArn: `${index}`, containers: [{ name: 'app', lastStatus: 'RUNNING' }, ...containers] }));
const behind = (name: string, weights: readonly number[]) => groupOf(front, {
  listeners: weights.map((Weight, index) => ({
    ...(targetGroup.listeners as readonly object[])[0],
    ListenerArn: `${name}/${index}`,
    DefaultActions: [{ Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: ARNS.targetGroup.replace('/web/', '/front/'), Weight }] } }],
    Rules: [],
  })),
});

describe('nights', () => {
  test.each<[string, readonly string[], Account]>([
    ['crashes before the last steady state, and a task that is missing now', ['error ops-desired-vs-running', 'warning ops-unknown-stop'],
      cluster([worker('feed', { service: { runningCount: 4 }, events: [[12, 'has reached a steady state.']] })], { stoppedTasks: stops('feed', [31, 35, 41], crashed) })],
    ['crashes of 40 minutes ago, whose steady state ECS kept to itself', ['warning ops-unknown-stop'], cluster([worker('feed')], { stoppedTasks: stops('feed', [40, 42, 44, 46], crashed) })],
    ['a crash every 18 minutes', ['error ops-unknown-stop'], cluster([worker('feed')], { stoppedTasks: stops('feed', [14, 32, 50], crashed) })],
    ['crashes of the revision before, and a new one that goes out', ['warning ops-unknown-stop'],
      cluster([worker('feed', { deployment: { rolloutState: 'IN_PROGRESS', createdAt: minutesAgo(6) } })],
        { stoppedTasks: stops('feed', [8, 12, 20], { ...crashed, startedBy: 'ecs-svc/old', taskDefinitionArn: revision('feed', 11) }) })],
    ['crashes of the revision before, amid the roll-out', ['error ops-unknown-stop'],
      cluster([worker('feed', { deployment: { rolloutState: 'IN_PROGRESS', createdAt: minutesAgo(30) }, service: { runningCount: 5 } })],
        { stoppedTasks: stops('feed', [8, 12, 20], { ...crashed, startedBy: 'ecs-svc/old', taskDefinitionArn: revision('feed', 11) }) })],
    ['no way out, and all targets answer 503', ['error net-health-check-misfit', 'error net-no-egress-path'],
      cluster([site('front', { live: { network: closed, targetGroups: ill('Target.ResponseCodeMismatch', 'Target.ResponseCodeMismatch', 'Target.ResponseCodeMismatch') } })])],
    ['closed groups of six services', ['error net-no-egress-path'], cluster(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => worker(name, { live: { network: closed } })))],
    ['closed groups, and stops that show it', ['error net-no-egress-path'],
      cluster([worker('a', { service: { runningCount: 0 }, live: { network: closed } })], { stoppedTasks: stops('a', [1, 9], failed('CannotPullContainerError: dial tcp 10.1.2.3:443: i/o timeout')) })],
    ['one target of four unhealthy', ['error net-health-check-misfit'], cluster([site('front', { live: { targetGroups: ill('', '', '', 'Target.Timeout') } })])],
    ['a load balancer that was deleted under a target group', ['error net-load-balancer-failed'],
      cluster([site('front', { live: { targetGroups: groupOf(front, { loadBalancers: [] }) } })])],
    ['a target group that was deleted, at depth default', ['error net-target-group-gone'], { ...cluster([site('front', { live: { targetGroups: [], network: unread('ec2:DescribeSubnets') } })]), depth: 'default' }],
    ['weight 0 on both listeners', ['error net-target-group-unattached'], cluster([site('front', { live: { targetGroups: behind('front', [0, 0]) } })])],
    ['no targets, where tasks were not read', ['error net-target-not-registered'],
      cluster([site('front', { live: { targetGroups: groupOf(front, { health: [] }), runningTasks: unread('ecs:ListTasks') } })])],
    ['an agent that ended without an exit code', ['warning ops-container-ended'], cluster([worker('feed', { live: { runningTasks: inEach('feed', { name: 'datadog', lastStatus: 'STOPPED', reason: 'CannotStartContainerError: failed' }) } })])],
    ['two sidecars that ended', ['warning ops-container-ended'], cluster([worker('feed', { live: { runningTasks: inEach('feed', { name: 'a', lastStatus: 'STOPPED', exitCode: 1 }, { name: 'b', lastStatus: 'STOPPED', exitCode: 139 }) } })])],
    ['a proxy that ended in each task', ['error sc-proxy-unhealthy'], cluster([worker('feed', { live: { runningTasks: inEach('feed', { name: 'ecs-service-connect-1', lastStatus: 'STOPPED', exitCode: 1 }) } })])],
    ['a provider whose deletion failed', ['warning ec2-capacity-provider-failed'], cluster([worker('feed')], { capacityProviders: [{ name: 'x', status: 'ACTIVE', updateStatus: 'DELETE_FAILED', updateStatusReason: 'in use' }] })],
    ['one security group gone, of two services', ['error net-subnet-or-group-gone'],
      cluster([worker('a', { live: { network: { ...network, securityGroups: [] } } }), worker('b', { live: { network: { ...network, securityGroups: [] } } })])],
    ['a secret that two services name', ['error td-secret-reference-form'], cluster(['a', 'b'].map((name) => {
      const one = worker(name);
      const from = 'arn:aws:secretsmanager:eu-west-1:1:secret:db-AbCdEf';
      const taskDefinition = one.taskDefinition as { readonly containerDefinitions: readonly object[] };
      return { ...one, taskDefinition: { ...taskDefinition, containerDefinitions: [{ ...taskDefinition.containerDefinitions[0], secrets: [{ name: 'DB', valueFrom: from }] }] } as never, secrets: new Map([[from, 'gone' as const]]) };
    }))],
    ['a vCPU quota in five services', ['error dpl-no-quota'],
      cluster(['a', 'b', 'c', 'd', 'e'].map((name) => worker(name, { service: { runningCount: 2 }, events: [[4, 'was unable to place a task. Reason: You\'ve reached the limit on the number of vCPUs you can run concurrently.']] })))],
    ['a host that was stopped, and one that left', ['warning ec2-host-gone'],
      cluster([worker('feed', { service: { launchType: 'EC2' } })], { containerInstances: [instance()], stoppedTasks: stops('feed', [3, 4], { stopCode: 'TerminationNotice', stoppedReason: 'Host EC2 (instance i-0123456789abcdef0) stopped.' }) })],
    ['a hook that waits for an answer for two hours', ['warning dpl-hook-waits'],
      cluster([site('front', { deployment: { rolloutState: 'IN_PROGRESS', createdAt: minutesAgo(120) }, live: { deployments: [{ status: 'IN_PROGRESS', lifecycleStage: 'POST_SCALE_UP', lifecycleHookDetails: [{ status: 'AWAITING_ACTION' }] }] } })])],
    ['an alarm that rolled a deployment back, at night', ['error dpl-deployment-failed'],
      cluster([site('front', { live: { deployments: [{ status: 'ROLLBACK_SUCCESSFUL', finishedAt: minutesAgo(420), alarms: { triggeredAlarmNames: ['p99'] } }, { status: 'SUCCESSFUL' }] } })])],
  ])('%s', (_, told, account) => expect(toldOf(account)).toEqual(told));

  test('a fault of many services is one error, which names some', () => {
    const account = cluster(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => worker(name, { live: { network: closed } })));
    const errors = diagnose(account).findings.filter(({ severity }) => severity === 'error');
    expect(errors).toMatchObject([{ at: { name: 'shop/a' }, detail: expect.stringMatching(/; the same in shop\/b, shop\/c, shop\/d and 2 more$/) }]);
  });
});

describe('quiet nights', () => {
  test.each<[string, Account]>([
    ['one crash of 50 minutes ago, without an event', cluster([worker('feed')], { stoppedTasks: stops('feed', [50], crashed) })],
    ['a task that has just been replaced', cluster([site('front', { live: { runningTasks: [task('front', { startedAt: minutesAgo(2) })], targetGroups: groupOf(front, { health: [] }) } })])],
    ['a service of CodeDeploy', cluster([worker('feed', { service: { deploymentController: { type: 'CODE_DEPLOY' }, deployments: [], taskSets: [] } })])],
    ['a classic load balancer', cluster([worker('feed', { service: { loadBalancers: [{ loadBalancerName: 'old', containerName: 'app', containerPort: 8080 }], launchType: 'EC2', availabilityZoneRebalancing: 'DISABLED', healthCheckGracePeriodSeconds: 90 } })], { containerInstances: [instance()] })],
    ['weight 0 on one listener of two', cluster([site('front', { live: { targetGroups: behind('front', [0, 100]) } })])],
    ['a container that is about to start', cluster([worker('feed', { live: { runningTasks: inEach('feed', { name: 'otel', lastStatus: 'PENDING' }) } })])],
    ['a proxy whose health is not known yet', cluster([worker('feed', { live: { runningTasks: inEach('feed', { name: 'ecs-service-connect-1', healthStatus: 'UNKNOWN', lastStatus: 'RUNNING' }) } })])],
    ['a deployment of 25 minutes with all tasks', cluster([site('front', { deployment: { rolloutState: 'IN_PROGRESS', createdAt: minutesAgo(25) } })])],
    ['a deployment whose targets drain for their hour', cluster([site('front', {
      deployment: { rolloutState: 'IN_PROGRESS', createdAt: minutesAgo(80) }, live: { targetGroups: groupOf(front, { attributes: { 'deregistration_delay.timeout_seconds': '3600' } }) },
    })])],
    ['all that surrounds a service denied', cluster([worker('feed', {
      live: {
        targetGroups: unread('elasticloadbalancing:DescribeTargetGroups'), network: unread('ec2:DescribeSubnets'), runningTasks: unread('ecs:ListTasks'), deployments: unread('ecs:ListServiceDeployments'),
      },
    })], { stoppedTasks: unread('ecs:ListTasks'), capacityProviders: unread('ecs:DescribeCapacityProviders') })],
    ['old steady events after a rollback that another deployment replaced', cluster([worker('feed', {
      service: {
        events: eventsOf('feed', [
          [60, 'has reached a steady state.'], [400, '(deployment ecs-svc/feed) deployment completed.'], [900, 'rolling back to (deployment ecs-svc/4).'],
        ]),
      },
    })])],
    ['a deployment that a person stopped', cluster([worker('feed', { live: { deployments: [{ status: 'STOPPED', statusReason: 'Service deployment stopped because of a new deployment' }, { status: 'SUCCESSFUL' }] } })])],
    ['a percent of 150 and a spare task', cluster([worker('feed', { service: { deploymentConfiguration: { ...web.deploymentConfiguration, maximumPercent: 150 } } })])],
  ])('%s', (_, account) => expect(toldOf(account)).toEqual([]));
});
