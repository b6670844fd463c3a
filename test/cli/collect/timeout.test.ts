import type { LiveTargetGroup } from '../../../src/cli/collect/account';
import { WALL_CLOCK } from '../../../src/cli/collect/clock';
import { collect } from '../../../src/cli/collect/collect';
import { watchServices } from '../../../src/cli/collect/read-service';
import { Unknown } from '../../../src/facts/fact';
import { FakeAws, makeAccount, withoutMachine } from './fake-aws';

withoutMachine();

const NAME = 'service-00000';
const request = { clusters: ['shop'], services: [NAME], depth: 'default', timeoutMs: 100 } as const;

// Loading the SDK takes a moment of its own.
beforeAll(async () => void await collect({ ...request, timeoutMs: undefined }, new FakeAws(makeAccount(1)).options));

test('what is not answered in time is unknown, and the rest is there', async () => {
  const aws = new FakeAws(makeAccount(2)).on('DescribeTargetHealth', () => 'hang');
  const began = Date.now();
  const account = await collect({ ...request, timeoutMs: 2_000 }, { ...aws.options, attemptMs: 60_000 });
  expect(Date.now() - began).toBeLessThan(20_000);
  const [{ targetGroups, taskDefinition }] = account.clusters[0].services;
  expect(taskDefinition).not.toBeInstanceOf(Unknown);
  expect((targetGroups as readonly LiveTargetGroup[])[0].health).toEqual(new Unknown('elasticloadbalancing:DescribeTargetHealth was not answered within --timeout'));
});

test('without its services there is nothing to report', async () => {
  const aws = new FakeAws(makeAccount(1)).on('DescribeServices', () => 'hang');
  await expect(collect(request, { ...aws.options, attemptMs: 60_000 })).rejects.toMatchObject({ name: 'CannotLook', message: expect.stringContaining('ecs:DescribeServices was not answered within --timeout') });
});

test('calls that are throttled for ever end too', async () => {
  const aws = new FakeAws(makeAccount(1)).refuse('DescribeServices', 'ThrottlingException');
  await expect(collect(request, { ...aws.options, clock: WALL_CLOCK })).rejects.toThrow('was not answered within --timeout');
});

test('a watch goes on without an answer, and decides itself when its time is over', async () => {
  const aws = new FakeAws(makeAccount(1)).on('DescribeServices', () => 'hang');
  const { reads: [read], close } = watchServices({ cluster: 'shop', services: [NAME], timeoutMs: 100 }, { ...aws.options, attemptMs: 60_000 });
  await expect(read()).rejects.toMatchObject({ kind: 'late' });
  close();
});

test('a watch reads a whole service at the rate of its own calls', async () => {
  const aws = new FakeAws(makeAccount(2));
  const { reads: [read], collect: collectAll, close } = watchServices({ cluster: 'shop', services: [NAME] }, aws.options);
  await read();
  const { clusters: [{ services }], depth } = await collectAll(NAME);
  expect(services.map(({ service }) => service.serviceName)).toEqual([NAME]);
  expect(depth).toBe('default');
  await read();
  close();
});
