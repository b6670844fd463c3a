import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import type { Account, LiveService } from '../../../src/cli/collect/account';
import { collect } from '../../../src/cli/collect/collect';
import type { CollectRequest } from '../../../src/cli/collect/request';
import { Unknown } from '../../../src/facts/fact';

withoutMachine();

const SHOP: CollectRequest = { clusters: ['shop'], depth: 'default' };

async function read(aws: FakeAws, request: Partial<CollectRequest> = {}): Promise<Account> {
  return collect({ ...SHOP, ...request }, aws.options);
}

function servicesOf(account: Account): readonly LiveService[] {
  return account.clusters.flatMap(({ services }) => services);
}

function tally(calls: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const call of calls) counts[call] = (counts[call] ?? 0) + 1;
  return counts;
}

describe('a whole account', () => {
  const aws = new FakeAws(makeAccount(20));
  let account: Account;
  beforeAll(async () => { account = await read(aws); });

  test('every service is there with all that belongs to it', () => {
    expect(account).toMatchObject({ region: 'eu-west-1', depth: 'default', readAt: expect.any(Date) });
    expect(account.clusters[0].notRead).toEqual([]);
    expect(servicesOf(account)).toHaveLength(20);
    expect(servicesOf(account)[0]).toMatchObject({
      service: { serviceName: 'service-00000' },
      taskDefinition: { family: 'service-00000', containerDefinitions: [{ name: 'app' }] },
      deployments: [{ status: 'SUCCESSFUL' }],
      revisions: [{ taskDefinition: expect.stringMatching(/service-00000:7$/) }],
      deploymentAlarms: [],
      targetGroups: [{
        targetGroup: { TargetGroupName: 'service-00000' },
        attributes: { 'deregistration_delay.timeout_seconds': '30' },
        health: [{ TargetHealth: { State: 'healthy' } }, {}, {}, {}],
        loadBalancers: [{ LoadBalancerName: 'lb-0' }],
        listeners: [{ Port: 443, Rules: Array(9).fill({ RuleArn: expect.any(String) }) }],
      }],
      scaling: {
        target: { MinCapacity: 2, MaxCapacity: 10 },
        policies: [{ PolicyName: 'CPU' }, { PolicyName: 'Memory' }],
        schedules: [],
        alarms: [{ StateValue: 'OK' }, {}, {}, {}],
      },
    });
  });

  test('tasks are with the services that started them, stopped ones with the cluster', () => {
    expect(servicesOf(account).map(({ runningTasks }) => (runningTasks as readonly object[]).length)).toEqual(Array(20).fill(4));
    expect(account.clusters[0].stoppedTasks).toMatchObject([{ group: 'service:service-00005' }, { group: 'service:service-00015' }]);
    expect(account.clusters[0].containerInstances).toMatchObject([{ agentConnected: true }]);
    expect(account.clusters[0].capacityProviders).toMatchObject([{ name: 'FARGATE' }, { name: 'FARGATE_SPOT' }]);
  });

  test('namespaces and log groups are found by the name that the service has for them', () => {
    const [first, second] = servicesOf(account);
    expect([...(first.namespaces as Map<string, object>)]).toMatchObject([[expect.stringMatching(/service\/srv-0$/), { Name: 'shop.local' }]]);
    expect(second.namespaces).toEqual(new Map());
    expect([...(first.logGroups as Map<string, object>)]).toMatchObject([['/ecs/service-00000', { retentionInDays: 30 }]]);
  });

  test('parts of a deeper run are marked as such', () => {
    const [{ network, images, secrets, mountTargets, utilization, queueAges }] = servicesOf(account);
    for (const fact of [network, images, secrets, mountTargets, utilization, queueAges]) {
      expect(fact).toEqual(new Unknown('it is read with --depth deep only'));
    }
  });

  test('batches are full and lists are read in long pages', () => {
    expect(tally(aws.calls)).toEqual({
      DescribeClusters: 1,
      ListServices: 1,
      DescribeServices: 2,
      DescribeTaskDefinition: 20,
      ListServiceDeployments: 2,
      DescribeServiceDeployments: 1,
      DescribeServiceRevisions: 1,
      ListTasks: 2,
      DescribeTasks: 2,
      ListContainerInstances: 1,
      DescribeContainerInstances: 1,
      DescribeCapacityProviders: 1,
      ListAccountSettings: 1,
      DescribeTargetGroups: 1,
      DescribeTargetGroupAttributes: 16,
      DescribeTargetHealth: 16,
      DescribeLoadBalancers: 1,
      DescribeListeners: 2,
      DescribeRules: 2,
      DescribeScalableTargets: 1,
      DescribeScalingPolicies: 4,
      DescribeScheduledActions: 1,
      DescribeScalingActivities: 2,
      DescribeAlarms: 1,
      DescribeLogGroups: 1,
      GetService: 1,
      GetNamespace: 1,
    });
  });
});

describe('capacity providers', () => {
  test('of Managed Instances are asked for by cluster, those of Fargate once for all', async () => {
    const shop = makeAccount(1);
    const managed = { name: 'managed', status: 'ACTIVE' };
    shop.clusters[0].capacityProviders = ['FARGATE', 'managed'];
    shop.capacityProviders.push(managed);
    shop.clusters.push({ ...shop.clusters[0], clusterArn: shop.clusters[0].clusterArn.replace('shop', 'back'), clusterName: 'back', activeServicesCount: 0, capacityProviders: ['FARGATE'] });
    const aws = new FakeAws(shop);
    const { clusters } = await read(aws, { clusters: 'all' });
    expect(clusters.map(({ capacityProviders }) => (capacityProviders as { name: string }[]).map(({ name }) => name))).toEqual([['FARGATE'], ['FARGATE', 'managed']]);
    expect(aws.inputs.DescribeCapacityProviders).toEqual(expect.arrayContaining([
      { capacityProviders: ['FARGATE'] }, { capacityProviders: ['managed'], cluster: shop.clusters[0].clusterArn },
    ]));
    expect(aws.count('DescribeCapacityProviders')).toBe(2);
  });
});

test('the newest deployments of a service that moves are read, in whatever order AWS lists them', async () => {
  const account = makeAccount(6);
  const [moving] = account.serviceDeployments.splice(5, 1);
  for (let day = 0; day < 8; day++) {
    account.serviceDeployments.push({ ...moving, serviceDeploymentArn: `${moving.serviceDeploymentArn.slice(0, -1)}${day}`, createdAt: moving.createdAt + day * 86_400, status: day === 7 ? 'IN_PROGRESS' : 'SUCCESSFUL' });
  }
  const deployments = servicesOf(await read(new FakeAws(account)))[5].deployments as readonly { status: string; createdAt: Date }[];
  expect(deployments).toHaveLength(5);
  expect(deployments[0].status).toBe('IN_PROGRESS');
  const times = deployments.map(({ createdAt }) => createdAt.getTime());
  expect(times).toEqual([...times].sort((a, b) => b - a));
});

test('a quick run reads services, stopped tasks and scalable targets, and loads no other client', async () => {
  const aws = new FakeAws(makeAccount(20));
  const account = await read(aws, { depth: 'quick' });
  expect(tally(aws.calls)).toEqual({
    DescribeClusters: 1, ListServices: 1, DescribeServices: 2, ListTasks: 1, DescribeTasks: 1, DescribeScalableTargets: 1,
  });
  expect(servicesOf(account)[0]).toMatchObject({
    taskDefinition: new Unknown('it is read with --depth default only'),
    scaling: { target: { MaxCapacity: 10 }, policies: new Unknown('it is read with --depth default only') },
  });
});

test('lists longer than a page are read to the end', async () => {
  const account = await read(new FakeAws(makeAccount(230)), { depth: 'quick' });
  expect(servicesOf(account)).toHaveLength(230);
});

test('one service is read without what the others have', async () => {
  const aws = new FakeAws(makeAccount(20));
  const account = await read(aws, { services: ['service-00003'] });
  expect(servicesOf(account).map(({ service }) => service.serviceName)).toEqual(['service-00003']);
  expect(tally(aws.calls)).toMatchObject({ DescribeTaskDefinition: 1, DescribeTargetHealth: 1, DescribeScalingPolicies: 2, ListTasks: 2 });
  expect(aws.calls).not.toContain('ListServices');
  expect(aws.inputs.ListTasks).toEqual(expect.arrayContaining([expect.objectContaining({ serviceName: 'service-00003' })]));
});

test('with many target groups, those of steady services are left to a deeper run', async () => {
  const aws = new FakeAws(makeAccount(150));
  const account = await read(aws);
  const [steady, , , , , moving] = servicesOf(account);
  expect(aws.count('DescribeTargetHealth')).toBe(15);
  expect(steady.targetGroups).toMatchObject([{ health: new Unknown(expect.stringMatching(/120 target groups.*--depth deep/) as unknown as string) }]);
  expect(moving.targetGroups).toMatchObject([{ health: [{}, {}, {}, {}], attributes: { 'stickiness.enabled': 'false' } }]);
});

test('two runs on the same account have equal results', async () => {
  const account = makeAccount(12);
  const looks = await Promise.all([1, 2].map(async () => ({ ...await read(new FakeAws(account)), readAt: undefined })));
  expect(JSON.stringify(looks[1])).toBe(JSON.stringify(looks[0]));
});

test('progress counts what there is to wait for', async () => {
  const said: string[] = [];
  await read(new FakeAws(makeAccount(20)), { onProgress: (text) => said.push(text) });
  expect(said).toEqual(expect.arrayContaining(['shop: 20 of 20 services', '20 of 20 task definitions']));
});
