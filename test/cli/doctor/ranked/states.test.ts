import { idsOf, verdict } from './run';
import type { Account } from '../../../../src/cli/collect/account';
import type { Container, Deployment, Task } from '../../../../src/cli/collect/shapes';
import { minutesAgo } from '../../../../src/gotchas/fixtures/recorded/arns';
import { instance } from '../../../../src/gotchas/fixtures/recorded/changed';
import { network } from '../../../../src/gotchas/fixtures/recorded/healthy';
import { cluster, groupOf, site, stops, task, worker, type Change } from '../strangers/cluster';

const STEADY = 'has reached a steady state.';
const shop = site('checkout');
const health = (State: string, Reason?: string) => ({ health: [1, 2, 3].map((index) => ({ Target: { Id: `10.7.0.${index}`, Port: 8080 }, TargetHealth: { State, Reason } })) });
const behind = (change: object, around: Change = {}) => site('checkout', { ...around, live: { ...around.live, targetGroups: groupOf(shop, change) } });
const going = (minutes: number, change: Partial<Deployment> = {}): Partial<Deployment> => ({ rolloutState: 'IN_PROGRESS', createdAt: minutesAgo(minutes), updatedAt: minutesAgo(2), ...change });
const waiting = (minutes: number, lastStatus: string) => worker('feed', {
  service: { runningCount: 3, pendingCount: 2 },
  live: { runningTasks: [...[1, 2, 3].map((index) => task('feed', { taskArn: `r${index}` })), ...[1, 2].map((index) => task('feed', { taskArn: `p${index}`, lastStatus, createdAt: minutesAgo(minutes), startedAt: undefined }))] },
});
const exited = (...containers: readonly Container[]): Partial<Task> => ({ stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', containers: [...containers] });
const inEach = (change: Partial<Task>, minutes = 300) => worker('feed', { live: { runningTasks: [0, 1, 2, 3, 4].map((index) => task('feed', { taskArn: `${index}`, startedAt: minutesAgo(minutes), ...change })) } });
const egress = { ...network, securityGroups: [{ ...network.securityGroups[0], IpPermissionsEgress: [] }] };

describe('each state is one finding with its fix', () => {
  test.each<[string, readonly string[], number, RegExp, Account]>([
    ['4: 500 from all targets while the log group is gone', ['error log-group-missing', 'error net-health-check-misfit'], 1, /create the log group/,
      cluster([behind(health('unhealthy', 'Target.ResponseCodeMismatch'), { live: { logGroups: new Map([['/acme/checkout', undefined]]) } })])],
    ['6: all new tasks run, at PRE_SCALE_UP for five hours', ['error dpl-deployment-frozen'], 1, /hook|deployment/i,
      cluster([site('checkout', { deployment: going(300), live: { deployments: [{ status: 'IN_PROGRESS', lifecycleStage: 'PRE_SCALE_UP' }] } })])],
    ['6: targets that are initial for 75 minutes', ['error dpl-deployment-frozen'], 1, /./, cluster([behind(health('initial'), { deployment: going(75) })])],
    ['7: two tasks pending for 33 minutes', ['error ops-desired-vs-running'], 1, /./, cluster([waiting(33, 'PENDING')])],
    ['7: two tasks provisioning for a day', ['error ops-desired-vs-running'], 1, /./, cluster([waiting(1440, 'PROVISIONING')])],
    ['8: rolled back three hours ago, steady since', ['error dpl-deployment-failed'], 1, /./,
      cluster([worker('feed', { events: [[170, STEADY], [184, 'rolling back to (deployment ecs-svc/feed).'], [185, '(deployment ecs-svc/77) deployment failed: tasks failed to start.']] })])],
    ['12: log-router with 1, app with 143 in front of it', ['error ops-unknown-stop'], 1, /log/i,
      cluster([worker('feed', { service: { runningCount: 2 } })], { stoppedTasks: stops('feed', [1, 4, 8], exited({ name: 'app', exitCode: 143 }, { name: 'log-router', exitCode: 1 })) })],
    ['13: no target is registered', ['error net-target-not-registered'], 1, /./, cluster([behind({ health: [] })])],
    ['13: the target group is gone', ['error net-target-group-gone'], 1, /./, cluster([site('checkout', { live: { targetGroups: [] } })])],
    ['14: crashes that were over 31 minutes ago', ['warning ops-unknown-stop'], 0, /./,
      cluster([worker('feed', { events: [[31, STEADY]] })], { stoppedTasks: stops('feed', [36, 41, 47, 55], exited({ name: 'app', exitCode: 2 })) })],
    ['16: all tasks unhealthy', ['error dep-startup-longer-than-check'], 1, /health check/, cluster([inEach({ healthStatus: 'UNHEALTHY', containers: [{ name: 'app', healthStatus: 'UNHEALTHY', lastStatus: 'RUNNING' }] })])],
    ['16: a sidecar that ended with 2 in each task', ['warning ops-container-ended'], 0, /./, cluster([inEach({ containers: [{ name: 'app', lastStatus: 'RUNNING' }, { name: 'statsd', lastStatus: 'STOPPED', exitCode: 2 }] })])],
    ['16: an unhealthy proxy', ['error sc-proxy-unhealthy'], 1, /./, cluster([inEach({ containers: [{ name: 'app', lastStatus: 'RUNNING' }, { name: 'ecs-service-connect-9x', lastStatus: 'RUNNING', healthStatus: 'UNHEALTHY' }] })])],
    ['17: no security group is left', ['error net-subnet-or-group-gone'], 1, /group/, cluster([worker('feed', { live: { network: { ...network, securityGroups: [] } } })])],
    ['17: egress is closed', ['error net-no-egress-path'], 1, /443/, cluster([worker('feed', { live: { network: egress } })])],
    ['18: both subnets are gone', ['error net-subnet-or-group-gone'], 1, /subnet/, cluster([worker('feed', { live: { network: { ...network, subnets: [] } } })])],
    ['20: an update of a capacity provider failed', ['warning ec2-capacity-provider-failed'], 0, /./,
      cluster([worker('feed')], { capacityProviders: [{ name: 'batch', status: 'ACTIVE', updateStatus: 'UPDATE_FAILED', updateStatusReason: 'the group is gone' }] })],
    ['24: a service that drains', ['warning ops-service-draining'], 0, /./, cluster([worker('feed', { service: { status: 'DRAINING', desiredCount: 0, runningCount: 2 } })])],
    ['25: closed egress in four services', ['error net-no-egress-path'], 1, /443/, cluster(['a', 'b', 'c', 'd'].map((name) => worker(name, { live: { network: egress } })))],
  ])('%s', async (_, told, code, fix, account) => {
    const outcome = await verdict(account);
    expect(idsOf(outcome.worst)).toEqual(told);
    expect(outcome.worst[0].fix).toMatch(fix);
    expect(outcome.code).toBe(code);
  });

  test.each<[number, 'terminated' | 'stopped']>([[2, 'terminated'], [6, 'stopped']])('19: %d stops since their host was %s', async (count, how) => {
    const account = cluster([worker('feed', { service: { launchType: 'EC2' } })], {
      containerInstances: [instance()],
      stoppedTasks: stops('feed', Array.from({ length: count }, (_, index) => index + 2), { stopCode: 'TerminationNotice', stoppedReason: `Host EC2 (instance i-0a1b2c3d4e5f67890) ${how}.` }),
    });
    const { code, worst } = await verdict(account);
    expect({ code, told: idsOf(worst) }).toEqual({ code: 0, told: ['warning ec2-host-gone'] });
  });
});

test.each([[137, 1], [143, 3], [137, 139]])('12: the container that ECS stopped with %d is not blamed, but the one with %d', async (stopped, own) => {
  const account = cluster([worker('feed', { service: { runningCount: 1 } })], { stoppedTasks: stops('feed', [1, 3, 6, 9], exited({ name: 'app', exitCode: stopped }, { name: 'envoy', exitCode: own })) });
  const { worst: [{ detail }] } = await verdict(account);
  expect(detail).toContain('envoy');
  expect(detail).toContain(`exit code ${own}`);
});

describe('events that name the cause', () => {
  const GROUP = 'arn:aws:elasticloadbalancing:eu-west-3:444455556666:targetgroup/checkout/ab12';
  test.each([
    [`failed to register targets in (target-group ${GROUP}) with (error Target groups '${GROUP}' not found)`, 'net-target-group-gone'],
    ['is unable to assume role and validate the specified targetGroupArn. Please verify that the ECS service role being passed has the proper permissions.', 'iam-service-linked-role'],
    ['failed to launch a task with (error ECS was unable to assume the role \'arn:aws:iam::444455556666:role/etl\' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.)', 'iam-trust-policy'],
    ['failed to launch a task with (error TaskDefinition is inactive)', 'td-inactive-or-unpinned-revision'],
    [`(task 0f1e) (port 9000) is unhealthy in (target-group ${GROUP}) due to (reason Health checks failed with these codes: [503])`, 'net-health-check-misfit'],
    ['(task 0f1e) is unhealthy in (service-registry arn:aws:servicediscovery:eu-west-3:444455556666:service/srv-1)', 'dep-startup-longer-than-check'],
  ])('23: %s', async (message, id) => {
    const account = cluster([site('checkout', { service: { runningCount: 0 }, deployment: going(50, { runningCount: 0, failedTasks: 4 }), events: [[3, message]] })]);
    const { code, worst } = await verdict(account);
    expect({ code, told: idsOf(worst) }).toEqual({ code: 1, told: [`error ${id}`] });
  });
});
