import { ARNS, minutesAgo } from '../../../src/gotchas/fixtures/recorded/arns';
import { instance, onInstances, rollingOut, stopped, withCluster, withContainer, withLive, withService } from '../../../src/gotchas/fixtures/recorded/changed';
import { network, runningTask, service, targetGroup } from '../../../src/gotchas/fixtures/recorded/healthy';
import { findingsOf, toldOf } from './said-of';
import type { Account, LiveListener, LiveTargetGroup } from '../../../src/cli/collect/account';
import type { Container, ElbLoadBalancer, Service, Task } from '../../../src/cli/collect/shapes';

const tasks = (change: Partial<Task>, count = 2): readonly Task[] => Array.from({ length: count }, (_, index) => ({ ...runningTask, taskArn: `t${index}`, ...change }));
const running = (change: Partial<Task>, of: Partial<Service> = {}): Account => withService(of, { runningTasks: tasks(change) });
const [app] = runningTask.containers!;
const beside = (...containers: readonly Container[]): Account => running({ containers: [app, ...containers] });
const withGroup = (change: Partial<LiveTargetGroup>): Account => withLive({ targetGroups: [{ ...targetGroup, ...change }] });
const [balancer] = targetGroup.loadBalancers as readonly ElbLoadBalancer[];
const [listener] = targetGroup.listeners as readonly LiveListener[];
const weighted = (...weights: readonly number[]): readonly LiveListener[] => {
  const action = (Weight: number) => ({ Type: 'forward' as const, ForwardConfig: { TargetGroups: [{ TargetGroupArn: ARNS.targetGroup, Weight }, { TargetGroupArn: 'other', Weight: 100 }] } });
  return [{ ...listener, DefaultActions: [{ Type: 'fixed-response' as const }], Rules: weights.map((weight, index) => ({ RuleArn: `r${index}`, Priority: `${index + 1}`, Actions: [action(weight)] })) }];
};
const egress = (...IpPermissionsEgress: readonly object[]): Account => withLive({
  network: { ...network, securityGroups: [{ ...network.securityGroups[0], IpPermissionsEgress: [...IpPermissionsEgress] }] },
});
const address = (value: string) => ({ attachments: [{ type: 'ElasticNetworkInterface', details: [{ name: 'privateIPv4Address', value }] }] });
const provider = (change: object): Account => withCluster({ capacityProviders: [{ name: 'spot', status: 'ACTIVE', ...change }] });

describe('each part that is read is checked', () => {
  test.each<[string, string, Account]>([
    ['all tasks unhealthy', 'error dep-startup-longer-than-check', running({ healthStatus: 'UNHEALTHY', containers: [{ ...app, healthStatus: 'UNHEALTHY' }] })],
    ['tasks that are unhealthy within the grace period', 'warning dep-startup-longer-than-check', running({ healthStatus: 'UNHEALTHY', startedAt: minutesAgo(1) }, { healthCheckGracePeriodSeconds: 300 })],
    ['a sidecar that ended with an error', 'warning ops-container-ended', beside({ name: 'xray', lastStatus: 'STOPPED', exitCode: 1 })],
    ['a sidecar that was killed for its memory', 'warning ops-container-ended', beside({ name: 'agent', lastStatus: 'STOPPED', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' })],
    ['a server that ended well', 'warning ops-container-ended', withLive({
      runningTasks: tasks({ containers: [{ name: 'router', lastStatus: 'STOPPED', exitCode: 0 }] }), taskDefinition: withContainer({ name: 'router' }),
    }, { loadBalancers: [{ ...service.loadBalancers![0], containerName: 'router' }] })],
    ['an unhealthy proxy', 'error sc-proxy-unhealthy', beside({ name: 'ecs-service-connect-Zq1', lastStatus: 'RUNNING', healthStatus: 'UNHEALTHY' })],
    ['an unhealthy proxy that makes its task unhealthy', 'error sc-proxy-unhealthy', running({ healthStatus: 'UNHEALTHY', containers: [app, { name: 'ecs-service-connect-Zq1', healthStatus: 'UNHEALTHY' }] })],
    ['a proxy that stopped', 'error sc-proxy-unhealthy', beside({ name: 'ecs-service-connect-a', lastStatus: 'STOPPED', exitCode: 1 })],
    ['no targets', 'error net-target-not-registered', withGroup({ health: [] })],
    ['targets that all drain', 'error net-target-not-registered', withGroup({ health: [{ TargetHealth: { State: 'draining' } }] })],
    ['a task that is no target', 'warning net-target-not-registered', withLive({ runningTasks: [...tasks(address('10.0.0.11'), 1), ...tasks(address('10.0.1.99'), 1)] })],
    ['a target group that is gone', 'error net-target-group-gone', withLive({ targetGroups: [] })],
    ['a load balancer that is gone', 'error net-load-balancer-failed', withGroup({ loadBalancers: [], listeners: [listener] })],
    ['a load balancer that failed', 'error net-load-balancer-failed', withGroup({ loadBalancers: [{ ...balancer, State: { Code: 'failed', Reason: 'no addresses' } }] })],
    ['a load balancer that lacks capacity', 'warning net-load-balancer-failed', withGroup({ loadBalancers: [{ ...balancer, State: { Code: 'active_impaired' } }] })],
    ['rules of weight 0 alone', 'error net-target-group-unattached', withGroup({ listeners: weighted(0, 0) })],
    ['closed egress', 'error net-no-egress-path', egress()],
    ['egress to a database alone', 'error net-no-egress-path', egress({ IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432, IpRanges: [{ CidrIp: '10.0.0.0/8' }] })],
    ['a security group that is gone', 'error net-subnet-or-group-gone', withLive({ network: { ...network, securityGroups: [] } })],
    ['a subnet that is gone, of two', 'warning net-subnet-or-group-gone', withLive({ network: { ...network, subnets: network.subnets.slice(1) } })],
    ['all subnets gone', 'error net-subnet-or-group-gone', withLive({ network: { ...network, subnets: [] } })],
    ['an update of a provider that failed', 'warning ec2-capacity-provider-failed', provider({ updateStatus: 'UPDATE_FAILED', updateStatusReason: 'no such group' })],
    ['a provider that could not be created', 'error ec2-capacity-provider-failed', provider({ updateStatus: 'CREATE_FAILED' })],
    ['a provider that was deleted', 'error ec2-capacity-provider-failed', provider({ status: 'INACTIVE' })],
    ['an attachment that failed', 'error ec2-capacity-provider-failed', withCluster({
      cluster: { clusterArn: ARNS.cluster, clusterName: 'shop', status: 'ACTIVE', settings: [{ name: 'containerInsights', value: 'enabled' }], attachmentsStatus: 'UPDATE_FAILED', attachments: [{ type: 'managed_scaling', status: 'FAILED' }] },
    })],
    ['a provider that starts nothing', 'error ec2-no-instances', onInstances([], { launchType: undefined, runningCount: 0, pendingCount: 2, capacityProviderStrategy: [{ capacityProvider: 'asg', weight: 1 }], loadBalancers: [] }, {
      runningTasks: tasks({ lastStatus: 'PROVISIONING', createdAt: minutesAgo(50), startedAt: undefined, capacityProviderName: 'asg' }), targetGroups: [], scaling: undefined,
    })],
    ['hosts that were terminated', 'warning ec2-host-gone', withLive({}, {}, { stoppedTasks: stopped(3, { stopCode: 'TerminationNotice', stoppedReason: 'Host EC2 (instance i-04b17daec78ef4a0b) terminated.' }) })],
    ['a service that is being deleted', 'warning ops-service-draining', withService({ status: 'DRAINING', desiredCount: 0, runningCount: 1, loadBalancers: [] }, { scaling: undefined, targetGroups: [], runningTasks: [] })],
  ])('%s', (_, told, account) => {
    expect(toldOf(account).filter((one) => !/ec2-provider-not-associated|scl-/.test(one) || one === told)).toEqual([told]);
  });
});

test('a group that was not read may be open, beside one that is closed', () => {
  const account = withLive({ network: { ...network, securityGroups: [{ ...network.securityGroups[0], IpPermissionsEgress: [] }] } }, {
    networkConfiguration: { awsvpcConfiguration: { ...service.networkConfiguration!.awsvpcConfiguration!, securityGroups: ['sg-web', 'sg-out'] } },
  });
  expect(findingsOf(account, 'net-no-egress-path')).toEqual([]);
});

describe('there is no finding on', () => {
  test.each<[string, Account]>([
    ['an init container that ended well', beside({ name: 'migrate', lastStatus: 'STOPPED', exitCode: 0 })],
    ['containers of a task that is asked to stop', running({ desiredStatus: 'STOPPED', containers: [app, { name: 'xray', lastStatus: 'STOPPED', exitCode: 143 }] })],
    ['a task that started a minute ago and is no target yet', withLive({ runningTasks: tasks({ startedAt: minutesAgo(1) }), targetGroups: [{ ...targetGroup, health: [] }] })],
    ['targets that a deployment still registers', withLive({ targetGroups: [{ ...targetGroup, health: [] }] }, { deployments: [rollingOut({ createdAt: minutesAgo(3), failedTasks: 0 })] })],
    ['one rule of weight 0 beside another', withGroup({ listeners: weighted(0, 100) })],
    ['the idle target group of a blue/green service', withLive({
      targetGroups: [targetGroup, { ...targetGroup, targetGroup: { ...targetGroup.targetGroup, TargetGroupArn: `${ARNS.targetGroup}g`, TargetGroupName: 'green' }, health: [] }],
    }, { loadBalancers: [{ ...service.loadBalancers![0], advancedConfiguration: { alternateTargetGroupArn: `${ARNS.targetGroup}g` } }] })],
    ['egress to all', egress({ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] })],
    ['egress to endpoints', egress({ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, UserIdGroupPairs: [{ GroupId: 'sg-endpoints' }] })],
    ['a closed group beside an open one', withLive({
      network: { ...network, securityGroups: [{ ...network.securityGroups[0], IpPermissionsEgress: [] }, { GroupId: 'sg-out', IpPermissions: [], IpPermissionsEgress: [{ IpProtocol: '-1' }] }] },
    }, { networkConfiguration: { awsvpcConfiguration: { ...service.networkConfiguration!.awsvpcConfiguration!, securityGroups: ['sg-web', 'sg-out'] } } })],
    ['closed egress on instances', onInstances([instance()], {}, { network: { ...network, securityGroups: [{ ...network.securityGroups[0], IpPermissionsEgress: [] }] } })],
    ['a provider whose update is done', provider({ updateStatus: 'UPDATE_COMPLETE' })],
    ['a load balancer that is being made', withGroup({ loadBalancers: [{ ...balancer, State: { Code: 'provisioning' } }] })],
  ])('%s', (_, account) => expect(toldOf(account)).toEqual([]));
});

test('the container that fails its health check is named', () => {
  const account = running({ healthStatus: 'UNHEALTHY', containers: [{ ...app, healthStatus: 'UNHEALTHY' }, { name: 'agent', healthStatus: 'HEALTHY' }] });
  expect(findingsOf(account, 'dep-startup-longer-than-check')).toMatchObject([{ detail: 'healthStatus (UNHEALTHY) of 2 of 2 running tasks: the health check of app fails' }]);
});

test('the reason for the end of a sidecar is in the finding', () => {
  const account = beside({ name: 'agent', lastStatus: 'STOPPED', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' });
  expect(findingsOf(account, 'ops-container-ended')).toMatchObject([{
    detail: 'containers[agent] (exit code 137) ended in 2 of 2 running tasks, which run on without it: such tasks were killed for the memory they use', evidence: [expect.stringContaining('OutOfMemoryError')],
  }]);
});

test.each([['OutOfMemoryError: Container killed due to memory usage', 'such tasks were killed for the memory they use'], [undefined, 'such tasks had a container that was killed, mostly for the memory it uses']])(
  'the memory limit of a sidecar that was killed is in the finding: %s', (reason, means) => {
    const account = beside({ name: 'agent', lastStatus: 'STOPPED', exitCode: 137, memory: '64', reason });
    expect(findingsOf(account, 'ops-container-ended')).toMatchObject([{
      detail: expect.stringContaining(`${means}: container agent may use 64 MiB (memory of the container)`), fix: expect.stringContaining('raise memory of container agent above 64 MiB'),
    }]);
  });

test('an agent that fails its health check beside an application that passes its own is named', () => {
  const account = beside({ name: 'log-router', lastStatus: 'RUNNING', healthStatus: 'UNHEALTHY' });
  expect(findingsOf(account, 'ops-container-ended')).toMatchObject([{
    severity: 'warning', detail: 'containers[log-router] (UNHEALTHY) fails its health check in 2 of 2 running tasks, which are healthy without it',
  }]);
});
