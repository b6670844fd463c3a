import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import { collect } from '../../../src/cli/collect/collect';

withoutMachine();

function awsWith(event: string): FakeAws {
  const account = makeAccount(3);
  for (const service of account.services) service.runningCount = service.desiredCount;
  account.services[1].events.unshift({ id: 'back', createdAt: 1_790_000_100, message: event });
  return new FakeAws(account);
}

test('deployments of a steady service are listed where its events show that one was rolled back', async () => {
  const aws = awsWith('(service service-00001) rolling back to (deployment ecs-svc/1).');
  await collect({ clusters: ['shop'], depth: 'default' }, aws.options);
  expect(aws.inputs.ListServiceDeployments.map(({ service }) => service)).toEqual([expect.stringContaining('service-00001')]);
});

test('deployments of other steady services cost no call', async () => {
  const aws = awsWith('(service service-00001) has started 1 tasks: (task 1).');
  await collect({ clusters: ['shop'], depth: 'default' }, aws.options);
  expect(aws.count('ListServiceDeployments')).toBe(0);
});
