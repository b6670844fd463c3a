import { FakeAws, makeAccount, withoutMachine } from '../collect/fake-aws';
import { testTerminal } from '../support/test-terminal';
import type { Depth } from '../../../src/cli/collect/account';
import { collect } from '../../../src/cli/collect/collect';
import { policyFor } from '../../../src/cli/collect/policy';
import { doctor } from '../../../src/cli/doctor/verb';

/* eslint-disable @typescript-eslint/no-require-imports -- the server is plain JavaScript */
const { AwsError } = require('../../support/aws-server/aws-error') as { AwsError: new (code: string, message: string, status?: number) => Error };
/* eslint-enable @typescript-eslint/no-require-imports */

withoutMachine();

/** An account without a fault, over the wire. */
function calm(size: number): FakeAws {
  const account = makeAccount(size);
  for (const service of account.services) service.runningCount = service.desiredCount;
  for (const alarm of account.alarms.values()) alarm.StateValue = 'OK';
  return new FakeAws(account);
}

async function look(aws: FakeAws, ...args: readonly string[]) {
  const terminal = testTerminal();
  const verb = doctor({
    collect: (request) => collect(request, aws.options),
    policyFor: (depth: Depth) => policyFor(depth),
    watchOf: () => { throw new Error('nothing is watched'); },
    defaultCacheFolder: () => undefined,
    sleep: async () => undefined,
  });
  const code = await verb.run(['--cluster', 'shop', '--no-cache', '--fail-on', 'never', ...args], terminal);
  return { code, text: terminal.written().replaceAll(/\s+/g, ' ') };
}

const names = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `shop/service-${String(from + index).padStart(5, '0')}`);
const denied = () => new AwsError('AccessDeniedException', 'User: arn:aws:iam::1:user/x is not authorized to perform: ecs:DescribeServices');

describe('services that were not read are named, and the exit code is 2', () => {
  test('of a batch that is lost', async () => {
    const aws = calm(30).on('DescribeServices', ({ input }) => (input.services.some((id: string) => id.endsWith('00005')) ? new AwsError('ServerException', 'sorry', 500) : undefined));
    const { code, text } = await look(aws);
    expect(code).toBe(2);
    expect(text).toContain(`? not read: ${names(0, 10).join(', ')}, because DescribeServices failed`);
  });

  test('of which ECS returns nothing', async () => {
    const aws = calm(3);
    const lost = aws.account.services[1].serviceName;
    const isAsked = (name: string, ids: readonly string[]) => name !== lost && ids.some((id) => id.endsWith(name));
    aws.on('DescribeServices', ({ answer, input }) => (
      answer({ services: aws.account.services.filter(({ serviceName }: { serviceName: string }) => isAsked(serviceName, input.services)) })));
    const { code, text } = await look(aws);
    expect(code).toBe(2);
    expect(text).toContain('? not read: shop/service-00001, because DescribeServices returned nothing for it');
  });

  test('that the list of ECS lacks', async () => {
    const aws = calm(4);
    aws.account.clusters[0].activeServicesCount = 6;
    const { code, text } = await look(aws);
    expect(code).toBe(2);
    expect(text).toContain('? not read: shop/2 of 6 services, because the cluster counts more active services than ListServices names');
  });

  test('that IAM denies by their ARN, beside all others', async () => {
    const aws = calm(30).on('DescribeServices', ({ input }) => (input.services.some((id: string) => id.endsWith('00017')) ? denied() : undefined));
    const { code, text } = await look(aws, '--format', 'json');
    expect(code).toBe(2);
    const { places, notChecked, unread } = JSON.parse(text);
    expect(places.filter(({ kind }: { kind: string }) => kind === 'service')).toHaveLength(29);
    expect(notChecked).toContainEqual(expect.objectContaining({ at: expect.objectContaining({ name: 'shop/service-00017' }), isLost: true, reason: 'ecs:DescribeServices is denied: allow it' }));
    expect(unread).toEqual({ denied: ['ecs:DescribeServices'], failed: [] });
  });

  test('that IAM denies all, with few calls', async () => {
    const aws = calm(200).on('DescribeServices', denied);
    await expect(look(aws)).rejects.toThrow('ecs:DescribeServices is denied: allow it; --print-policy prints all that the doctor may need');
    expect(aws.count('DescribeServices')).toBe(30);
  });

  test('unless a finding is worse', async () => {
    const aws = calm(4);
    aws.account.clusters[0].activeServicesCount = 6;
    aws.account.logGroups.clear();
    expect((await look(aws, '--fail-on', 'error')).code).toBe(1);
  });
});

test('one cluster that is denied does not hide another', async () => {
  const aws = calm(3);
  const other = makeAccount(2, 'crm');
  aws.account.clusters.push(...other.clusters);
  aws.on('ListServices', ({ input }) => (String(input.cluster).endsWith('crm') ? new AwsError('AccessDeniedException', 'no') : undefined));
  const { code, text } = await look(aws, '--cluster', 'crm');
  expect(code).toBe(2);
  expect(text).toContain('? not read: crm/its services, because ecs:ListServices is denied: allow it');
  expect(text).toMatch(/[1-9]\d* ok: 2 clusters/);
});

describe('an action that is denied is named without --verbose', () => {
  test.each([
    ['ListTasks', 'ecs:ListTasks', 'quick'],
    ['DescribeTasks', 'ecs:DescribeTasks', 'default'],
    ['DescribeLoadBalancers', 'elasticloadbalancing:DescribeLoadBalancers', 'default'],
    ['DescribeListeners', 'elasticloadbalancing:DescribeListeners', 'default'],
    ['DescribeLogGroups', 'logs:DescribeLogGroups', 'default'],
    ['DescribeAlarms', 'cloudwatch:DescribeAlarms', 'default'],
    ['ListServiceDeployments', 'ecs:ListServiceDeployments', 'default'],
    ['DescribeCapacityProviders', 'ecs:DescribeCapacityProviders', 'default'],
    ['DescribeSubnets', 'ec2:DescribeSubnets', 'deep'],
  ])('%s', async (operation, action, depth) => {
    const aws = new FakeAws(makeAccount(10)).refuse(operation, 'AccessDeniedException');
    const { code, text } = await look(aws, '--depth', depth);
    expect(text).toMatch(new RegExp(`\\? may not read all that it checks: allow ${action} \\(--print-policy`));
    expect(code).toBe(0);
    expect((await look(aws, '--depth', depth, '--fail-on', 'unknown')).code).toBe(1);
    const verbose = await look(aws, '--depth', depth, '--verbose');
    expect(verbose.text).not.toContain('because the doctor does not read it');
  });
});

test('a call that fails is named without --verbose', async () => {
  const { text } = await look(calm(2).refuse('DescribeTargetHealth', 'InternalFailure', 'sorry', 500));
  expect(text).toContain('? could not read all that it checks: DescribeTargetHealth failed 6 times, at last with InternalFailure');
});

test('what a depth leaves out is no gap, and --verbose counts it', async () => {
  const { code, text } = await look(calm(30), '--depth', 'quick', '--fail-on', 'unknown', '--verbose');
  expect({ code, text }).toMatchObject({ code: 0, text: expect.stringMatching(/\d+ checks left out: it is read with --depth default only .* 0 not checked/) });
});

test.each(['default', 'quick'])('an account that was read as a whole has nothing unread at depth %s', async (depth) => {
  expect((await look(calm(12), '--depth', depth)).text).not.toContain('? ');
  expect(JSON.parse((await look(calm(12), '--depth', depth, '--format', 'json')).text)).toMatchObject({ unread: { denied: [], failed: [] } });
});
