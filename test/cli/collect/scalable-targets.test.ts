import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import type { Account } from '../../../src/cli/collect/account';
import { collect } from '../../../src/cli/collect/collect';
import type { CollectRequest } from '../../../src/cli/collect/request';
import { Unknown } from '../../../src/facts/fact';

withoutMachine();

const look = (aws: FakeAws, request: Partial<CollectRequest> = {}): Promise<Account> => (
  collect({ clusters: ['shop'], depth: 'quick', ...request }, aws.options)
);
const scaled = ({ clusters }: Account): number => (
  clusters[0].services.filter(({ scaling }) => scaling !== undefined && !(scaling instanceof Unknown)).length
);

/** An account with targets of services that are not there. */
function withOrphans(services: number, ...resources: readonly string[]) {
  const account = makeAccount(services);
  const [target] = account.scalableTargets;
  for (const ResourceId of resources) account.scalableTargets.push({ ...target, ResourceId });
  return account;
}

test('targets of services that are gone are with their cluster, and those of other clusters are left out', async () => {
  const aws = new FakeAws(withOrphans(20, 'service/shop/old', 'service/back/api', 'service/shop-two/web'));
  const account = await look(aws);
  expect(account.clusters[0].orphanedTargets).toMatchObject([{ ResourceId: 'service/shop/old' }]);
  expect(scaled(account)).toBe(20);
  expect(aws.count('DescribeScalableTargets')).toBe(1);
});

test('where other clusters have most targets, those of the services are asked for by their names', async () => {
  const others = Array.from({ length: 200 }, (_, index) => `service/back/api-${index}`);
  const aws = new FakeAws(withOrphans(20, ...others, 'service/shop/old'));
  const account = await look(aws);
  expect(scaled(account)).toBe(20);
  expect(account.clusters[0].orphanedTargets).toEqual(new Unknown('most scalable targets of the region are of other clusters: use --all-clusters'));
  // Three pages of the list, and one question.
  expect(aws.count('DescribeScalableTargets')).toBe(4);
});

test('where only some services are read, the others do not count as gone', async () => {
  const account = await look(new FakeAws(withOrphans(20, 'service/shop/old')), { services: ['service-00003'] });
  expect(account.clusters[0].orphanedTargets).toEqual(new Unknown('not every service of the cluster was read'));
  expect(scaled(account)).toBe(1);
});

test('services that the list has lost are not taken for gone', async () => {
  const account = makeAccount(20);
  account.clusters[0].activeServicesCount = 21;
  expect((await look(new FakeAws(account))).clusters[0].orphanedTargets).toEqual(new Unknown('not every service of the cluster was read'));
});

test('a service that could not be described is not gone either', async () => {
  const aws = new FakeAws(makeAccount(20)).on('DescribeServices', ({ input, answer }) => (
    input.services.some((arn: string) => arn.endsWith('00003')) ? answer({ services: [], failures: [] }) : undefined));
  const { clusters: [{ notRead, orphanedTargets }] } = await look(aws);
  expect(notRead).not.toEqual([]);
  expect(orphanedTargets).toEqual([]);
});

test('a list that is denied leaves a gap that names the action', async () => {
  const { clusters: [{ orphanedTargets, services }] } = await look(new FakeAws(makeAccount(2)).refuse('DescribeScalableTargets', 'AccessDeniedException'));
  const denied = new Unknown('application-autoscaling:DescribeScalableTargets is denied: allow it');
  expect(orphanedTargets).toEqual(denied);
  expect(services[0].scaling).toEqual(denied);
});
