import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import { collect } from '../../../src/cli/collect/collect';
import { Unknown } from '../../../src/facts/fact';

withoutMachine();

/** A service with one task of its deployment and one of the deployment before. */
function awsWith(service: object): FakeAws {
  const account = makeAccount(1);
  Object.assign(account.services[0], service);
  const [task] = account.tasks.filter(({ desiredStatus }: any) => desiredStatus === 'RUNNING');
  const ofService = account.tasks.filter(({ group }: any) => group === task.group);
  ofService.forEach((one: any, index: number) => { one.startedBy = index === 0 ? 'ecs-svc/old' : 'ecs-svc/0'; });
  return new FakeAws(account).on('GetTaskProtection', ({ input, answer }) => answer({
    protectedTasks: input.tasks.map((taskArn: string, index: number) => ({ taskArn, protectionEnabled: index === 0 })),
  }));
}

const protectedOf = async (aws: FakeAws, depth: 'quick' | 'default' = 'default') =>
  (await collect({ clusters: 'all', depth }, aws.options)).clusters[0].services[0].protectedTasks;

const deployment = { id: 'ecs-svc/0', status: 'PRIMARY', desiredCount: 4, runningCount: 4, rolloutState: 'IN_PROGRESS' };

test('protection is read of tasks of an earlier deployment', async () => {
  const aws = awsWith({ runningCount: 4, deployments: [deployment, { id: 'ecs-svc/old', status: 'ACTIVE', runningCount: 1 }] });
  expect(await protectedOf(aws)).toHaveLength(1);
  expect(aws.inputs.GetTaskProtection).toMatchObject([{ tasks: [expect.any(String)] }]);
});

test('protection is read of all tasks where more run than are desired, and only protected ones are kept', async () => {
  const aws = awsWith({ desiredCount: 1, runningCount: 4 });
  expect(await protectedOf(aws)).toHaveLength(1);
  expect(aws.inputs.GetTaskProtection[0].tasks.length).toBeGreaterThan(1);
});

test('nothing is asked of a service with the tasks that it wants', async () => {
  const aws = awsWith({ desiredCount: 4, runningCount: 4 });
  expect(await protectedOf(aws)).toEqual([]);
  expect(aws.count('GetTaskProtection')).toBe(0);
});

test('protection that is denied, or left out, leaves a gap', async () => {
  expect(await protectedOf(awsWith({ desiredCount: 1, runningCount: 4 }).refuse('GetTaskProtection', 'AccessDeniedException')))
    .toEqual(new Unknown('ecs:GetTaskProtection is denied: allow it'));
  expect(await protectedOf(awsWith({}), 'quick')).toEqual(new Unknown('it is read with --depth default only'));
});
