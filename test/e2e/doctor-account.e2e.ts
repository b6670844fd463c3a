import { deployedExample } from './support/deployment';
import type { Account, LiveRole, LiveService } from '../../src/cli/collect/account';
import { collect } from '../../src/cli/collect/collect';
import { readService } from '../../src/cli/collect/read-service';
import { Unknown } from '../../src/facts/fact';

/** Reads a deployed example with the doctor's collectors, over the wire and without a client of the test. */
describe('the account as the doctor reads it', () => {
  const example = deployedExample('web-app', { imageTag: '1.4.2' });
  const before = { ...process.env };
  let account: Account;
  let service: LiveService;

  beforeAll(async () => {
    Object.assign(process.env, example().emulator.environment);
    account = await collect({ clusters: 'all', depth: 'deep' });
    [service] = account.clusters.flatMap(({ services }) => services);
  });
  afterAll(() => {
    process.env = before;
  });

  test('has no gaps', () => {
    // The emulator knows neither simulated policies nor scaling activities.
    expect(new Set(unknowns([account.settings, account.clusters, account.deadLetterQueues]).map((reason) => reason.split(' ')[0])))
      .toEqual(new Set(['SimulatePrincipalPolicy', 'DescribeScalingActivities']));
    expect(account.clusters.map(({ notRead }) => notRead)).toEqual([[]]);
  });

  test('has the service with all that it is wired to', () => {
    expect(service).toMatchObject({
      service: { status: 'ACTIVE' },
      taskDefinition: { containerDefinitions: [{ name: 'app' }, { name: 'nginx' }] },
      targetGroups: [{
        attributes: { 'deregistration_delay.timeout_seconds': '30' },
        loadBalancers: [{ Type: 'application' }],
        listeners: [{ Port: 80, Rules: [{ IsDefault: true }] }],
      }],
      scaling: { target: { MinCapacity: 2, MaxCapacity: 10 }, policies: [{ PolicyType: 'TargetTrackingScaling' }] },
      network: { subnets: [{}, {}], securityGroups: [{}] },
    });
    expect([...(service.logGroups as Map<string, object>)]).toMatchObject([['/ecs/my-web-app', { retentionInDays: expect.any(Number) }]]);
    expect([...(service.namespaces as Map<string, object>).values()]).toMatchObject([{ Name: 'demo.local' }]);
  });

  test('has the roles of the task with their trust policies, the network ACLs and the DNS of its VPC', () => {
    const roles = [...(service.roles as ReadonlyMap<string, LiveRole>).values()].filter(({ arn }) => !arn.includes('/aws-service-role/'));
    expect(roles.map(({ trustPolicy }) => trustPolicy)).toEqual([expect.stringContaining('ecs-tasks'), expect.stringContaining('ecs-tasks')]);
    expect(service.network).toMatchObject({ acls: [{ Entries: expect.any(Array) }], dns: expect.any(Map) });
  });

  test('knows what is not there', () => {
    expect([...(service.images as Map<string, undefined>).values()]).toEqual([undefined]);
    expect([...(service.secrets as Map<string, string>).values()]).toEqual(['gone']);
  });

  test('has the same service as it is now', async () => {
    const { serviceName, clusterArn } = service.service;
    const now = await readService({ cluster: clusterArn!, service: serviceName! });
    expect(now).toMatchObject({ service: { serviceName, status: 'ACTIVE' }, stoppedTasks: [] });
    expect([...now.targets.values()].filter((health) => health instanceof Unknown)).toEqual([]);
  });
});

/** Reasons of all that is unknown, however deep. */
function unknowns(value: unknown): string[] {
  if (value instanceof Unknown) return [value.reason];
  if (value instanceof Map) return [...value.values()].flatMap(unknowns);
  if (value === null || typeof value !== 'object' || value instanceof Date) return [];
  return Object.values(value).flatMap(unknowns);
}
