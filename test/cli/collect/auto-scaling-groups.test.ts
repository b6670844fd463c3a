import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import type { LiveAutoScalingGroup } from '../../../src/cli/collect/account';
import { collect } from '../../../src/cli/collect/collect';
import { Unknown } from '../../../src/facts/fact';

withoutMachine();

const arnOf = (name: string) => `arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1:autoScalingGroupName/${name}`;

function aws(): FakeAws {
  const account = makeAccount(1);
  account.clusters[0].capacityProviders = ['FARGATE', 'one', 'two'];
  return new FakeAws(account)
    .on('DescribeCapacityProviders', ({ input, answer }) => answer({
      capacityProviders: (input.capacityProviders as string[]).map((name) => ({ name, ...name !== 'FARGATE' && { autoScalingGroupProvider: { autoScalingGroupArn: arnOf(`group/${name}`) } } })),
    }))
    .on('DescribeAutoScalingGroups', ({ answer }) => answer({ AutoScalingGroups: [{ AutoScalingGroupName: 'group/one', MaxSize: 3 }] }))
    .on('DescribeScalingActivities', (request) => (request.input.AutoScalingGroupName
      ? request.answer({ Activities: [{ ActivityId: '1', StatusCode: 'Failed', StatusMessage: 'no' }] }) : request.answer({ ScalingActivities: [] })));
}

const groupsOf = async (from: FakeAws, depth: 'default' | 'deep' = 'deep') => (await collect({ clusters: 'all', depth }, from.options)).clusters[0].autoScalingGroups;

test('groups of capacity providers have their last activities, and one that is gone is known to be', async () => {
  const from = aws();
  const groups = await groupsOf(from) as ReadonlyMap<string, LiveAutoScalingGroup | undefined>;
  expect([...groups]).toMatchObject([
    [arnOf('group/one'), { group: { MaxSize: 3 }, activities: [{ StatusCode: 'Failed', StatusMessage: 'no' }] }],
    [arnOf('group/two'), undefined],
  ]);
  expect(from.inputs.DescribeAutoScalingGroups).toMatchObject([{ AutoScalingGroupNames: ['group/one', 'group/two'] }]);
});

test('denied groups leave a gap that names the action', async () => {
  expect(await groupsOf(aws().refuse('DescribeAutoScalingGroups', 'AccessDenied', 'no', 403)))
    .toEqual(new Unknown('autoscaling:DescribeAutoScalingGroups is denied: allow it'));
});

test('groups are read at depth deep only', async () => {
  const from = aws();
  expect(await groupsOf(from, 'default')).toEqual(new Unknown('it is read with --depth deep only'));
  expect(from.count('DescribeAutoScalingGroups')).toBe(0);
});
