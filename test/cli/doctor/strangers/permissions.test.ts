import { doctor } from '../../../../src/cli/doctor/verb';
import { collect } from '../../../../src/cli/collect/collect';
import { policyFor } from '../../../../src/cli/collect/policy';
import { FakeAws, makeAccount, withoutMachine } from '../../collect/fake-aws';
import { testTerminal } from '../../support/test-terminal';

/* eslint-disable @typescript-eslint/no-require-imports -- the server is plain JavaScript */
const { AwsError } = require('../../../support/aws-server/aws-error') as { AwsError: new (code: string, message: string, status?: number) => Error };
/* eslint-enable @typescript-eslint/no-require-imports */

withoutMachine();

/** An account of eleven services, one of which is not steady, in which some calls are denied and some fail. */
async function look(depth: string, denied: readonly string[], failing: readonly string[] = [], ...args: readonly string[]) {
  const account = makeAccount(11, 'night');
  const aws = new FakeAws(account);
  for (const call of denied) aws.on(call, () => new AwsError('AccessDeniedException', 'User: x is not authorized'));
  for (const call of failing) aws.on(call, () => new AwsError('InternalFailure', 'not today', 500));
  const terminal = testTerminal();
  const verb = doctor({
    collect: (request) => collect(request, aws.options),
    policyFor,
    watchOf: () => { throw new Error('nothing is watched'); },
    defaultCacheFolder: () => undefined,
    sleep: async () => undefined,
  });
  const code = await verb.run(['--cluster', 'night', '--depth', depth, '--no-cache', '--format', 'json', '--fail-on', 'never', ...args], terminal);
  return { code, report: JSON.parse(terminal.written()) };
}

/** Ids of gotchas that an account without a fault has for its configuration, with or without a call. */
async function configured(depth: string): Promise<ReadonlySet<string>> {
  return new Set((await look(depth, [])).report.findings.map(({ id }: { id: string }) => id));
}

/** Calls that need the answer of another one, which may be denied before. */
const BEHIND = ['DescribeRules', 'DescribeServiceDeployments', 'DescribeServiceRevisions'];

describe.each<[string, readonly string[], readonly string[]]>([
  ['default', ['ListTasks'], []],
  ['default', ['DescribeTasks', 'DescribeTargetHealth'], []],
  ['default', ['DescribeTargetGroups'], ['DescribeScalableTargets']],
  ['default', ['DescribeListeners', 'DescribeRules', 'DescribeLoadBalancers'], []],
  ['default', ['DescribeTaskDefinition'], []],
  ['default', ['DescribeScalingPolicies', 'DescribeScheduledActions'], ['DescribeAlarms']],
  ['default', ['ListServiceDeployments', 'DescribeServiceDeployments', 'DescribeServiceRevisions'], []],
  ['default', ['ListContainerInstances', 'DescribeCapacityProviders'], ['GetService']],
  ['default', [], ['DescribeTargetHealth', 'DescribeTargetGroupAttributes']],
  ['default', [], ['DescribeTasks']],
  ['quick', ['ListTasks', 'DescribeScalableTargets'], []],
  ['quick', [], ['ListTasks']],
  ['deep', ['DescribeSubnets', 'DescribeImages'], ['GetMetricData']],
  ['deep', ['DescribeSubnets', 'ListRuleNamesByTarget'], ['DescribeImages']],
])('depth %s, without %j, with faults of %j', (depth, denied, failing) => {
  test('names each action that was denied, finds nothing that is not there, and fails with --fail-on unknown', async () => {
    const { code, report } = await look(depth, denied, failing);
    const known = await configured(depth);
    const actions = report.unread.denied.map((action: string) => action.split(':')[1]);
    expect(denied.filter((call) => !actions.includes(call) && !BEHIND.includes(call))).toEqual([]);
    expect(report.findings.filter(({ id }: { id: string }) => !known.has(id))).toEqual([]);
    expect(report.unread.denied.length + report.unread.failed.length).toBeGreaterThan(0);
    expect(code).toBe(0);
    const { report: strict, code: failed } = await look(depth, denied, failing, '--fail-on', 'unknown');
    expect(failed).toBe(1);
    expect(strict.summary.errors).toBe(report.summary.errors);
  });
});

test.each([['service-00003'], ['service-00003,service-00007']])('%s, which IAM denies, are the end of a run for them alone', async (services) => {
  await expect(look('default', ['DescribeServices'], [], '--service', services)).rejects.toThrow('ecs:DescribeServices is denied: allow it');
});
