import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import type { Depth, LiveService } from '../../../src/cli/collect/account';
import { collect } from '../../../src/cli/collect/collect';
import { Unknown } from '../../../src/facts/fact';

withoutMachine();

const UNSTEADY = 5;
const STACK = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/Shop/1';

function account(status: string, tagged: (index: number) => string | undefined = () => STACK): FakeAws {
  const made = makeAccount(10);
  made.services.forEach((service: any, index: number) => {
    const stack = tagged(index);
    if (stack) service.tags = [{ key: 'aws:cloudformation:stack-id', value: stack }, { key: 'aws:cloudformation:logical-id', value: 'Web' }];
  });
  const xml = (name: string, members: string) => ({
    status: 200, headers: { 'content-type': 'text/xml' }, body: `<${name}Response xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><${name}Result>${members}</${name}Result></${name}Response>`,
  });
  return new FakeAws(made)
    .on('DescribeStacks', () => xml('DescribeStacks', `<Stacks><member><StackName>Shop</StackName><StackId>${STACK}</StackId><CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>${status}</StackStatus></member></Stacks>`))
    .on('DescribeStackEvents', () => xml('DescribeStackEvents', '<StackEvents><member><StackId>s</StackId><EventId>e</EventId><StackName>Shop</StackName><Timestamp>2026-01-01T00:00:00Z</Timestamp><LogicalResourceId>Web</LogicalResourceId><ResourceStatus>UPDATE_IN_PROGRESS</ResourceStatus></member></StackEvents>'));
}

async function stacksOf(aws: FakeAws, depth: Depth = 'default'): Promise<readonly LiveService['stack'][]> {
  const { clusters: [{ services }] } = await collect({ clusters: ['shop'], depth }, aws.options);
  return services.map(({ stack }) => stack);
}

test('the stack of a service that is not steady is read, with its events, and no other', async () => {
  const aws = account('UPDATE_IN_PROGRESS');
  const stacks = await stacksOf(aws);
  expect(stacks[UNSTEADY]).toMatchObject({ stack: { StackName: 'Shop', StackStatus: 'UPDATE_IN_PROGRESS' }, events: [{ LogicalResourceId: 'Web' }] });
  expect([aws.count('DescribeStacks'), aws.count('DescribeStackEvents')]).toEqual([1, 1]);
  expect(aws.inputs.DescribeServices[0].include).toEqual(['TAGS']);
});

test.each(['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'])('a stack in %s costs one call', async (status) => {
  const aws = account(status);
  await stacksOf(aws);
  expect([aws.count('DescribeStacks'), aws.count('DescribeStackEvents')]).toEqual([1, 0]);
});

test('where all services are steady, or in no stack, no call is made', async () => {
  for (const aws of [account('UPDATE_IN_PROGRESS', (index) => (index === UNSTEADY ? undefined : STACK)), account('UPDATE_IN_PROGRESS', () => undefined)]) {
    expect((await stacksOf(aws))[UNSTEADY]).toBeUndefined();
    expect(aws.count('DescribeStacks')).toBe(0);
  }
});

test('a quick run reads none', async () => {
  const aws = account('UPDATE_IN_PROGRESS');
  expect((await stacksOf(aws, 'quick'))[UNSTEADY]).toEqual(new Unknown('it is read with --depth default only'));
  expect(aws.count('DescribeStacks')).toBe(0);
});

test('a stack that is gone is none, and one that may not be read is unknown', async () => {
  expect((await stacksOf(account('').refuse('DescribeStacks', 'ValidationError', `Stack with id ${STACK} does not exist`)))[UNSTEADY]).toBeUndefined();
  expect((await stacksOf(account('').refuse('DescribeStacks', 'AccessDenied')))[UNSTEADY]).toEqual(new Unknown('cloudformation:DescribeStacks is denied: allow it'));
  expect((await stacksOf(account('UPDATE_IN_PROGRESS').refuse('DescribeStackEvents', 'AccessDenied')))[UNSTEADY])
    .toMatchObject({ stack: { StackName: 'Shop' }, events: new Unknown('cloudformation:DescribeStackEvents is denied: allow it') });
});

test('a deep run reads the stacks of steady services too, unless they are many', async () => {
  const few = account('UPDATE_ROLLBACK_FAILED');
  expect((await stacksOf(few, 'deep'))[0]).toMatchObject({ stack: { StackStatus: 'UPDATE_ROLLBACK_FAILED' } });
  expect(few.count('DescribeStacks')).toBe(1);
  const made = makeAccount(30);
  made.services.forEach((service: any, index: number) => { service.tags = [{ key: 'aws:cloudformation:stack-id', value: `${STACK}${index}` }]; });
  const many = new FakeAws(made).refuse('DescribeStacks', 'AccessDenied');
  await stacksOf(many, 'deep');
  expect(many.count('DescribeStacks')).toBe(3);
});
