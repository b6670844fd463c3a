import { ARNS, minutesAgo, NOW } from '../../../src/gotchas/fixtures/recorded/arns';
import { rollingOut, stopped, withLive, withService } from '../../../src/gotchas/fixtures/recorded/changed';
import { healthy, runningTask, service, targetGroup, web } from '../../../src/gotchas/fixtures/recorded/healthy';
import { findingsOf, toldOf } from './said-of';
import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import type { Account, LiveService } from '../../../src/cli/collect/account';
import type { Deployment, Service, Task } from '../../../src/cli/collect/shapes';
import { Unknown } from '../../../src/facts/fact';

const event = (message: string, minutes: number) => ({ id: `${message}${minutes}`, createdAt: minutesAgo(minutes), message: `(service web) ${message}` });
const steadyAt = (...minutes: readonly number[]) => minutes.map((ago) => event('has reached a steady state.', ago));
const crashed: Partial<Task> = { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', containers: [{ name: 'app', exitCode: 1 }] };
const crashesAt = (...minutes: readonly number[]): readonly Task[] => minutes.flatMap((ago, index) => stopped(1, { ...crashed, taskArn: `t${index}`, stoppedAt: minutesAgo(ago) }));
const ill = [{ ...targetGroup, health: [1, 2].map(() => ({ TargetHealth: { State: 'unhealthy' as const, Reason: 'Target.ResponseCodeMismatch' as const } })) }];

describe('what only keeps new tasks from starting does not hide an outage of those that run', () => {
  const outage = ['error log-group-missing', 'error net-health-check-misfit'];
  const noLogGroup = { logGroups: new Map([['/shop/web', undefined]]) };

  test('a log group that is gone', () => expect(toldOf(withLive({ ...noLogGroup, targetGroups: ill }))).toEqual(outage));

  test('stops of tasks that never ran', () => {
    const stops = stopped(4, { stopCode: 'TaskFailedToStart', stoppedReason: 'CannotPullContainerError: toomanyrequests', startedAt: undefined });
    expect(toldOf(withLive({ targetGroups: ill }, {}, { stoppedTasks: stops }))).toEqual(['error net-health-check-misfit', 'error ops-pull-rate-limit']);
  });

  test('crashes of a revision of which no task runs', () => {
    const deployments = [rollingOut({ taskDefinition: 'web:8', failedTasks: 1 })];
    const stops = stopped(4, { ...crashed, taskDefinitionArn: 'web:8' });
    const account = withLive({ targetGroups: ill }, { taskDefinition: 'web:8', deployments }, { stoppedTasks: stops });
    expect(toldOf(account)).toEqual(['error net-health-check-misfit', 'error ops-unknown-stop']);
  });

  test('crashes of the tasks that run explain it', () => {
    expect(toldOf(withLive({ targetGroups: ill }, {}, { stoppedTasks: stopped(4, crashed) }))).toEqual(['error ops-unknown-stop']);
  });
});

describe('stops before the last steady state are history', () => {
  test.each<[string, readonly number[], readonly number[], readonly string[]]>([
    ['four crashes, steady for 20 minutes', [45, 48, 51, 54], [20], ['warning ops-unknown-stop']],
    ['five crashes a minute apart, steady for 2 minutes', [6, 7, 8, 9, 10], [2], ['warning ops-unknown-stop']],
    ['one crash, steady since', [30], [25], []],
    ['two crashes, steady since', [30, 40], [5], []],
    ['four crashes after the steady state', [5, 8, 11, 14], [30], ['error ops-unknown-stop']],
    ['crashes that go on between steady states', [4, 14, 24, 34, 44], [2, 12, 22, 32], ['error ops-unknown-stop']],
    ['crashes between steady states that have ended', [40, 44, 48, 52], [38, 42, 46], ['warning ops-unknown-stop']],
  ])('%s', (_, crashes, steady, said) => {
    expect(toldOf(withLive({}, { events: steadyAt(...steady) }, { stoppedTasks: crashesAt(...crashes) }))).toEqual(said);
  });

  test('and so are those of an earlier deployment', () => {
    const stops = crashesAt(20, 25, 30, 35).map((task) => ({ ...task, startedBy: 'ecs-svc/6', taskDefinitionArn: ARNS.oldTask }));
    const account = withLive({}, { deployments: [rollingOut({ createdAt: minutesAgo(5), failedTasks: 0 })], events: [] }, { stoppedTasks: stops });
    expect(toldOf(account)).toEqual(['warning ops-unknown-stop']);
  });
});

describe('a deployment that was rolled back is reported after the service is steady again', () => {
  const back = service.deployments![0].id!;
  const events = (minutes: number) => [
    ...steadyAt(minutes - 5), event(`rolling back to (deployment ${back}).`, minutes), event('(deployment ecs-svc/8) deployment failed: tasks failed to start.', minutes + 1),
  ];

  test('by its events, where the API names the deployment before it as the current one', () => {
    const account = withService({ events: events(120) });
    expect(toldOf(account)).toEqual(['error dpl-deployment-failed']);
    expect(findingsOf(account, 'dpl-deployment-failed')).toMatchObject([{
      detail: 'deployment (ROLLBACK_SUCCESSFUL) failed and was rolled back: the old revision runs on, 2 h ago',
      evidence: [expect.stringContaining('deployment failed'), expect.stringContaining('rolling back to')],
    }]);
  });

  test('at depth quick too', () => {
    expect(toldOf(withService({ events: events(120) }, { deployments: new Unknown('it is read with --depth default only') }))).toEqual(['error dpl-deployment-failed']);
  });

  test('with the crash of the new revision as its cause', () => {
    const stops = stopped(3, { ...crashed, taskDefinitionArn: 'web:8', startedBy: 'ecs-svc/8', stoppedAt: minutesAgo(40) });
    const account = withLive({}, { events: events(30) }, { stoppedTasks: stops });
    expect(toldOf(account)).toEqual(['error ops-unknown-stop']);
    expect(findingsOf(account, 'dpl-deployment-failed')).toMatchObject([{ severity: 'info', detail: expect.stringContaining('because of ops-unknown-stop') }]);
  });

  test('as a warning after a day', () => expect(toldOf(withService({ events: events(2000) }))).toEqual(['warning dpl-deployment-failed']));

  test('not after another deployment', () => {
    expect(toldOf(withService({ events: events(120), deployments: [{ ...service.deployments![0], id: 'ecs-svc/9' }] }))).toEqual([]);
  });
});

describe('pending tasks are about to start for minutes', () => {
  const pending = (minutes: number, lastStatus: string): Task => ({ ...runningTask, taskArn: `p${minutes}`, lastStatus, createdAt: minutesAgo(minutes), startedAt: undefined, containers: [] });
  const waiting = (minutes: number, lastStatus: string, change: Partial<Service> = {}): Account =>
    withService({ runningCount: 1, pendingCount: 1, ...change }, { runningTasks: [runningTask, pending(minutes, lastStatus)] });

  test.each<[string, Account, readonly string[]]>([
    ['for 3 minutes', waiting(3, 'PENDING'), []],
    ['for 12 minutes', waiting(12, 'PROVISIONING'), []],
    ['for 40 minutes', waiting(40, 'PENDING'), ['error ops-desired-vs-running']],
    ['for 3 hours, in a daemon', waiting(180, 'PROVISIONING', { schedulingStrategy: 'DAEMON', availabilityZoneRebalancing: 'DISABLED' }), ['error ops-desired-vs-running']],
    ['for 40 minutes, where tasks were not read', withService(
      { runningCount: 0, pendingCount: 2, events: [event('has started 2 tasks: (task 1) (task 2).', 40)] }, { runningTasks: new Unknown('it is read with --depth default only') },
    ), ['error ops-desired-vs-running']],
  ])('%s', (_, account, said) => expect(toldOf(account)).toEqual(said));

  test('names the state and what it waits for', () => {
    expect(findingsOf(waiting(50, 'PROVISIONING'), 'ops-desired-vs-running')).toMatchObject([{
      detail: 'runningCount (1) is below the desired 2 tasks: 1 task not running after 50 minutes, in PROVISIONING, which waits for a place: an instance with room, or a network interface',
      fix: expect.stringContaining('capacity provider'),
    }]);
  });
});

describe('a deployment that stands still with all of its tasks running', () => {
  const old: Deployment = { ...service.deployments![0], id: 'old', status: 'ACTIVE', taskDefinition: ARNS.oldTask, runningCount: 2, updatedAt: minutesAgo(60) };
  const going = (minutes: number, live: Partial<LiveService> = {}, change: Partial<Service> = {}): Account =>
    withService({ deployments: [rollingOut({ runningCount: 2, failedTasks: 0, createdAt: minutesAgo(minutes) })], events: [], ...change }, live);
  const atStage = (lifecycleStage: 'PRE_SCALE_UP' | 'BAKE_TIME', updatedAt?: Date) => ({ deployments: [{ status: 'IN_PROGRESS' as const, lifecycleStage, updatedAt }] });
  const initial = { targetGroups: [{ ...targetGroup, health: [1, 2].map(() => ({ TargetHealth: { State: 'initial' as const } })) }] };
  const baking = { deploymentConfiguration: { ...service.deploymentConfiguration, strategy: 'BLUE_GREEN' as const, bakeTimeInMinutes: 120 } };

  test.each<[string, Account, string | undefined]>([
    ['for 20 minutes', going(20), undefined],
    ['at a stage for 3 hours', going(180, atStage('PRE_SCALE_UP')), 'does not end, at lifecycle stage PRE_SCALE_UP'],
    ['with targets that stay initial', going(100, initial), 'does not end, while 2 of 2 targets are initial'],
    ['with tasks of the old revision', going(100, {}, { deployments: [rollingOut({ runningCount: 2, failedTasks: 0, createdAt: minutesAgo(100) }), old] }), 'does not end, while 2 tasks of web:6 run on'],
    ['with nothing else to see', going(100), 'does not end, although all is there'],
    ['while it bakes as it should', going(140, atStage('BAKE_TIME'), baking), undefined],
    ['while it bakes after a slow start', going(300, atStage('BAKE_TIME', minutesAgo(60)), baking), undefined],
    ['after it has baked', going(300, atStage('BAKE_TIME'), baking), 'does not end, at lifecycle stage BAKE_TIME'],
  ])('%s', (_, account, said) => {
    const found = findingsOf(account, 'dpl-deployment-frozen');
    if (said === undefined) expect(found).toEqual([]);
    else expect(found).toMatchObject([{ severity: 'error', detail: expect.stringContaining(said) }]);
  });

  test('a big service that starts its tasks step by step moves', () => {
    const deployments = [rollingOut({ runningCount: 80, desiredCount: 100, failedTasks: 0 })];
    const moving = { desiredCount: 100, runningCount: 100, deployments, events: [event('has started 5 tasks: (task 1).', 1)] };
    expect(toldOf(withService(moving, { scaling: undefined }))).toEqual([]);
    expect(toldOf(withService({ ...moving, events: [event('has started 5 tasks: (task 1).', 15)] }, { scaling: undefined }))).toEqual(['error dpl-deployment-frozen']);
  });
});

describe('one broken thing is one error', () => {
  const services = (live: Partial<LiveService>, ...names: readonly string[]): Account => ({
    ...healthy,
    clusters: [{
      ...healthy.clusters[0],
      services: names.map((serviceName) => ({
        ...web, targetGroups: [], scaling: undefined, ...live, service: { ...service, serviceName, serviceArn: `${ARNS.cluster}/${serviceName}`, loadBalancers: [] },
      })),
    }],
  });

  test('of three services in one namespace', () => {
    const { findings } = diagnose(services({ namespaces: new Map([['ns-1', undefined]]) }, 'api', 'cart', 'web'));
    expect(findings.filter(({ id }) => id === 'sd-namespace-gone').map(({ severity, at, detail }) => [severity, at.name, detail])).toEqual([
      ['error', 'shop/api', 'namespace (ns-1) does not exist in Cloud Map; the same in shop/cart, shop/web'],
      ['info', 'shop/cart', 'namespace (ns-1) does not exist in Cloud Map, because of sd-namespace-gone in shop/api'],
      ['info', 'shop/web', 'namespace (ns-1) does not exist in Cloud Map, because of sd-namespace-gone in shop/api'],
    ]);
  });

  test('but two namespaces are two', () => {
    const account = services({}, 'api', 'web');
    const [api, other] = account.clusters[0].services;
    const both = {
      ...account,
      clusters: [{
        ...account.clusters[0],
        services: [
          { ...api, namespaces: new Map([['ns-1', undefined]]) }, { ...other, namespaces: new Map([['ns-2', undefined]]) },
        ],
      }],
    };
    expect(diagnose(both).findings.filter(({ severity }) => severity === 'error')).toHaveLength(2);
  });

  test('of stops with two texts for one missing route', () => {
    const failed = (stoppedReason: string): readonly Task[] => stopped(2, { stopCode: 'TaskFailedToStart', stoppedReason, startedAt: undefined });
    const stops = [
      ...failed('CannotPullContainerError: failed to resolve ref x: dial tcp 1.2.3.4:443: i/o timeout'),
      ...failed('ResourceInitializationError: failed to validate logger args: : signal: killed'),
    ];
    const account = withLive({}, { runningCount: 0, deployments: [rollingOut()] }, { stoppedTasks: stops });
    expect(diagnose(account).findings.filter(({ severity }) => severity === 'error')).toHaveLength(1);
  });

  test('of a rollback that failed, and the deployment that it leaves in progress', () => {
    const account = withLive(
      { deployments: [{ status: 'ROLLBACK_FAILED', alarms: { triggeredAlarmNames: ['errors'] }, updatedAt: NOW }] }, { runningCount: 1, deployments: [rollingOut()] },
    );
    expect(toldOf(account)).toEqual(['error dpl-deployment-failed']);
  });

  test('of one application behind two target groups', () => {
    const twice = [ill[0], { ...ill[0], targetGroup: { ...ill[0].targetGroup, TargetGroupName: 'internal', TargetGroupArn: `${ARNS.targetGroup}2` } }];
    expect(diagnose(withLive({ targetGroups: twice })).findings.filter(({ id }) => id === 'net-health-check-misfit')).toHaveLength(1);
  });
});
