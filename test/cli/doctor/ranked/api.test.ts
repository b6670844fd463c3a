import { doctor } from '../../../../src/cli/doctor/verb';
import { collect } from '../../../../src/cli/collect/collect';
import { policyFor } from '../../../../src/cli/collect/policy';
import { FakeAws, makeAccount, withoutMachine } from '../../collect/fake-aws';
import { testTerminal } from '../../support/test-terminal';

/* eslint-disable @typescript-eslint/no-require-imports -- the server is plain JavaScript */
const { AwsError } = require('../../../support/aws-server/aws-error') as { AwsError: new (code: string, message: string, status?: number) => Error };
/* eslint-enable @typescript-eslint/no-require-imports */

withoutMachine();

async function look(aws: FakeAws, ...args: readonly string[]) {
  const terminal = testTerminal();
  const verb = doctor({
    collect: (request) => collect(request, aws.options),
    policyFor,
    watchOf: () => { throw new Error('nothing is watched'); },
    defaultCacheFolder: () => undefined,
    sleep: async () => undefined,
  });
  const code = await verb.run(['--cluster', 'shop', '--no-cache', ...args], terminal);
  return { code, text: terminal.written().replaceAll(/\s+/g, ' ') };
}

const night = () => new FakeAws(makeAccount(12));

describe('a call that is throttled thrice changes nothing', () => {
  test.each(['DescribeServices', 'DescribeTasks', 'DescribeTargetHealth', 'ListServices'])('%s', async (call) => {
    let throttled = 0;
    const aws = night().on(call, () => (throttled++ < 3 ? new AwsError('ThrottlingException', 'Rate exceeded', 400) : undefined));
    const outcome = await look(aws);
    expect(throttled).toBeGreaterThan(3);
    expect(outcome).toEqual(await look(night()));
  });
});

test.each([['00002'], ['00009'], ['00011']])('service %s, which IAM denies by its ARN, is named, and the others are read', async (number) => {
  const aws = night().on('DescribeServices', ({ input }) => (
    input.services.some((id: string) => id.endsWith(number)) ? new AwsError('AccessDeniedException', 'User: x is not authorized to perform: ecs:DescribeServices') : undefined));
  const { code, text } = await look(aws, '--fail-on', 'never');
  expect(code).toBe(2);
  expect(text).toContain(`? not read: shop/service-${number}, because ecs:DescribeServices is denied: allow it`);
  expect(text).toMatch(/[1-9]\d* ok: 1 cluster/);
});

test('a load balancer that may not be read is named with the action to allow', async () => {
  const { text } = await look(night().refuse('DescribeLoadBalancers', 'AccessDeniedException'), '--fail-on', 'never', '--verbose');
  expect(text).toContain('allow elasticloadbalancing:DescribeLoadBalancers');
  expect(text).not.toContain('because the doctor does not read it');
});

test('the quick depth counts what was tried, not what it leaves out', async () => {
  const { text } = await look(night(), '--depth', 'quick', '--fail-on', 'never');
  expect(text).toMatch(/ 0 not checked/);
});
