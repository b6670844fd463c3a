import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import type { Account, LiveService } from '../../../src/cli/collect/account';
import { collect } from '../../../src/cli/collect/collect';
import type { CollectRequest } from '../../../src/cli/collect/request';
import { Unknown } from '../../../src/facts/fact';

withoutMachine();

async function read(aws: FakeAws, request: Partial<CollectRequest> = {}): Promise<Account> {
  return collect({ clusters: ['shop'], depth: 'default', ...request }, aws.options);
}

function servicesOf(account: Account): readonly LiveService[] {
  return account.clusters.flatMap(({ services }) => services);
}

const body = (text: string, status = 200) => ({ status, headers: {}, body: text });

describe('a denied call', () => {
  test.each<[string, string, (service: LiveService, account: Account) => unknown]>([
    ['DescribeTaskDefinition', 'ecs:DescribeTaskDefinition', ({ taskDefinition }) => taskDefinition],
    ['ListTasks', 'ecs:ListTasks', ({ runningTasks }) => runningTasks],
    ['DescribeTasks', 'ecs:DescribeTasks', (_service, { clusters }) => clusters[0].stoppedTasks],
    ['DescribeServiceDeployments', 'ecs:DescribeServiceDeployments', ({ deployments }) => deployments],
    ['DescribeServiceRevisions', 'ecs:DescribeServiceRevisions', ({ revisions }) => revisions],
    ['DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetGroups', ({ targetGroups }) => targetGroups],
    ['DescribeTargetHealth', 'elasticloadbalancing:DescribeTargetHealth', ({ targetGroups }) => (targetGroups as any)[0].health],
    ['DescribeListeners', 'elasticloadbalancing:DescribeListeners', ({ targetGroups }) => (targetGroups as any)[0].listeners],
    ['DescribeScalableTargets', 'application-autoscaling:DescribeScalableTargets', ({ scaling }) => scaling],
    ['DescribeScalingPolicies', 'application-autoscaling:DescribeScalingPolicies', ({ scaling }) => (scaling as any).policies],
    ['DescribeAlarms', 'cloudwatch:DescribeAlarms', ({ scaling }) => (scaling as any).alarms],
    ['DescribeLogGroups', 'logs:DescribeLogGroups', ({ logGroups }) => logGroups],
    ['GetService', 'servicediscovery:GetService', ({ namespaces }) => namespaces],
    ['ListAccountSettings', 'ecs:ListAccountSettings', (_service, { settings }) => settings],
    ['DescribeContainerInstances', 'ecs:DescribeContainerInstances', (_service, { clusters }) => clusters[0].containerInstances],
    ['DescribeCapacityProviders', 'ecs:DescribeCapacityProviders', (_service, { clusters }) => clusters[0].capacityProviders],
  ])('%s leaves a gap that names %s, and the rest goes on', async (operation, action, factOf) => {
    const aws = new FakeAws(makeAccount(10)).refuse(operation, 'AccessDeniedException', 'User: arn:aws:iam::1:user/x is not authorized');
    const account = await read(aws);
    expect(factOf(servicesOf(account)[0], account)).toEqual(new Unknown(`${action} is denied: allow it`));
    expect(servicesOf(account)).toHaveLength(10);
  });

  test('is not made again', async () => {
    const aws = new FakeAws(makeAccount(10)).refuse('DescribeAlarms', 'AccessDenied');
    await read(aws);
    expect(aws.count('DescribeAlarms')).toBe(1);
  });
});

test('a service that the region lacks is reported as not checked', async () => {
  const aws = new FakeAws(makeAccount(1)).refuse('DescribeScalableTargets', 'OptInRequired');
  expect(servicesOf(await read(aws))[0].scaling).toEqual(new Unknown('Application Auto Scaling in eu-west-1 has no DescribeScalableTargets for this account'));
});

describe('bad luck', () => {
  /** Result of a run without faults. */
  let calm: string | undefined;

  test.each([
    ['an answer that is cut off', () => body('{"services":[{"serviceName":"servi')],
    ['an empty answer', () => body('')],
    ['an answer in another language', () => body('<html>', 200)],
    ['an internal error', () => body('{"__type":"ServerException"}', 500)],
    ['an unavailable service without a body', () => body('', 503)],
    ['a connection that breaks', () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })],
    ['a call that never ends', () => 'hang' as const],
    ['a throttled call', () => body('{"__type":"ThrottlingException","message":"Rate exceeded"}', 400)],
  ])('%s costs time and nothing else', async (_what, mishap) => {
    const aws = new FakeAws(makeAccount(12)).on('*', (_request, count) => (count === 1 ? mishap() : undefined));
    const account = await read(aws);
    calm ??= JSON.stringify({ ...await read(new FakeAws(makeAccount(12))), readAt: 0 });
    expect(JSON.stringify({ ...account, readAt: 0 })).toBe(calm);
    expect(aws.slept).toBeGreaterThan(0);
  });

  test('an XML answer that is cut off is not taken for a short list', async () => {
    const cut = body('<DescribeTargetHealthResponse><DescribeTargetHealthResult><TargetHealthDescriptions><member><Target><Id>1</Id></Target></member>');
    const aws = new FakeAws(makeAccount(1)).on('DescribeTargetHealth', (_request, count) => (count < 4 ? cut : undefined));
    expect(servicesOf(await read(aws))[0].targetGroups).toMatchObject([{ health: [{}, {}, {}, {}] }]);
  });

  test('for good is reported as not checked, with the attempts', async () => {
    const aws = new FakeAws(makeAccount(1)).on('DescribeTaskDefinition', () => body('{"taskDef'));
    const [{ taskDefinition }] = servicesOf(await read(aws));
    expect((taskDefinition as Unknown).reason).toMatch(/^DescribeTaskDefinition failed 6 times, at last with SyntaxError/);
  });

  test('a storm of throttling is waited out, slower and slower', async () => {
    const aws = new FakeAws(makeAccount(20)).on('*', (_request, count) => (count % 3 === 0 ? undefined : body('{"__type":"ThrottlingException"}', 400)));
    expect(servicesOf(await read(aws)).filter(({ taskDefinition }) => taskDefinition instanceof Unknown)).toEqual([]);
    expect(aws.slept).toBeGreaterThan(5_000);
  });

  test('throttling without end is given up', async () => {
    const aws = new FakeAws(makeAccount(1)).refuse('DescribeAlarms', 'Throttling');
    const [{ scaling }] = servicesOf(await read(aws));
    expect(scaling).toMatchObject({ alarms: new Unknown('CloudWatch refused DescribeAlarms 12 times, because of too many calls in this account') });
  });
});

describe('no service is lost in silence', () => {
  test('a page that names itself as the next is read again', async () => {
    const aws = new FakeAws(makeAccount(150));
    let again = 0;
    aws.on('ListServices', (request) => (request.input.nextToken && again++ < 2 ? request.answer({ serviceArns: [], nextToken: request.input.nextToken }) : undefined));
    expect(servicesOf(await read(aws, { depth: 'quick' }))).toHaveLength(150);
  });

  test('a list that ends early is read again, because the cluster counts more', async () => {
    const aws = new FakeAws(makeAccount(150)).on('ListServices', (request, count) => (count === 1 ? request.answer({ serviceArns: [] }) : undefined));
    expect(servicesOf(await read(aws, { depth: 'quick' }))).toHaveLength(150);
  });

  test('a list that stays short is a gap', async () => {
    const account = makeAccount(10);
    account.clusters[0].activeServicesCount = 12;
    expect((await read(new FakeAws(account), { depth: 'quick' })).clusters[0].notRead).toEqual([
      { name: '2 of 12 services', reason: 'the cluster counts more active services than ListServices names' },
    ]);
  });

  test('one that an answer leaves out is asked for again', async () => {
    const aws = new FakeAws(makeAccount(10)).on('DescribeServices', (request, count) => (count === 1 ? request.answer({ services: [], failures: [] }) : undefined));
    expect(servicesOf(await read(aws, { depth: 'quick' }))).toHaveLength(10);
  });

  test('one that was listed and is missing may just be new', async () => {
    const aws = new FakeAws(makeAccount(10)).on('DescribeServices', (request, count) => (
      count === 1 ? request.answer({ services: [], failures: request.input.services.map((arn: string) => ({ arn, reason: 'MISSING' })) }) : undefined));
    const account = await read(aws, { depth: 'quick' });
    expect(servicesOf(account)).toHaveLength(10);
    expect(account.clusters[0].notRead).toEqual([]);
  });

  test('one that stays missing is a gap, and the rest goes on', async () => {
    const account = makeAccount(3);
    const aws = new FakeAws(account).on('ListServices', (request) => request.answer({
      serviceArns: [...account.services.map((service: any) => service.serviceArn), 'arn:aws:ecs:eu-west-1:111122223333:service/shop/gone'],
    }));
    const read3 = await read(aws, { depth: 'quick' });
    expect(servicesOf(read3)).toHaveLength(3);
    expect(read3.clusters[0].notRead).toMatchObject([{ name: 'gone' }]);
  });

  test('a batch that fails for good is a gap for each of its services', async () => {
    const aws = new FakeAws(makeAccount(20)).on('DescribeServices', (request) => (
      request.input.services[0].endsWith('00010') ? body('', 500) : undefined));
    const account = await read(aws, { depth: 'quick' });
    expect(servicesOf(account)).toHaveLength(10);
    expect(account.clusters[0].notRead).toHaveLength(10);
    expect(account.clusters[0].notRead[0]).toMatchObject({ name: 'service-00010', reason: expect.stringMatching(/^DescribeServices failed 6 times/) });
  });
});

test('a target group that is gone is left out, and the others of its batch are not', async () => {
  const account = makeAccount(8);
  account.targetGroups.delete(account.services[3].loadBalancers[0].targetGroupArn);
  const groups = servicesOf(await read(new FakeAws(account))).map(({ targetGroups }) => (targetGroups as readonly object[]).length);
  expect(groups).toEqual([1, 1, 1, 0, 1, 1, 1, 1]);
});

test('deleted resources are reported as gone', async () => {
  const account = makeAccount(1);
  account.logGroups.clear();
  account.namespaces.clear();
  const [{ logGroups, namespaces }] = servicesOf(await read(new FakeAws(account)));
  expect(logGroups).toEqual(new Map([['/ecs/service-00000', undefined]]));
  expect([...(namespaces as Map<string, undefined>).values()]).toEqual([undefined]);
});
