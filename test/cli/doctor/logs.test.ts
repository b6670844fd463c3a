import { collect } from '../../../src/cli/collect/collect';
import { policyFor } from '../../../src/cli/collect/policy';
import { watchServices } from '../../../src/cli/collect/read-service';
import { doctor } from '../../../src/cli/doctor/verb';
import type { ReportedFinding } from '../../../src/cli/report/report';
import { FakeAws, makeAccount, withoutMachine } from '../collect/fake-aws';
import { testTerminal } from '../support/test-terminal';

withoutMachine();

const NAME = 'service-00005';
const TASK = (5 * 10 + 9).toString(16).padStart(32, '0');

/** An account with a service whose task ended, and its log. */
function crashing(lines: readonly string[] | undefined, change: { readonly log?: object | null; readonly container?: object } = {}): FakeAws {
  const account = makeAccount(6);
  const task = account.tasks.find(({ lastStatus }: { lastStatus: string }) => lastStatus === 'STOPPED');
  Object.assign(task, { containers: [{ name: 'app', exitCode: 1, runtimeId: 'docker-1', ...change.container }] });
  const [app] = account.taskDefinitions.get(task.taskDefinitionArn).containerDefinitions;
  if (change.log !== undefined) app.logConfiguration = change.log ?? undefined;
  if (lines) account.logStreams.set(`/ecs/${NAME} app/app/${TASK}`, lines);
  return new FakeAws(account);
}

async function look(aws: FakeAws, ...args: readonly string[]) {
  const terminal = testTerminal({ width: 100 });
  const code = await doctor({
    collect: (request) => collect(request, aws.options),
    policyFor,
    watchOf: (request) => watchServices(request, aws.options),
    defaultCacheFolder: () => undefined,
    sleep: async () => undefined,
  }).run(['--cluster', 'shop', '--service', NAME, '--no-cache', ...args], terminal);
  return { code, text: terminal.written() };
}

async function logOf(aws: FakeAws) {
  const { text } = await look(aws, '--logs', '--format', 'json', '--depth', 'quick');
  return (JSON.parse(text) as { readonly findings: readonly ReportedFinding[] }).findings.find(({ id }) => id === 'ops-unknown-stop')?.log;
}

test('without --logs no log is read', async () => {
  const aws = crashing(['secret things']);
  const { text } = await look(aws);
  expect(aws.count('GetLogEvents')).toBe(0);
  expect(text).not.toContain('secret things');
});

test('the last lines stand below the message of AWS, as they are', async () => {
  const aws = crashing(['listening', 'Error: connect ECONNREFUSED 10.0.0.9:5432', '    at TCPConnectWrap.afterConnect', '::error::password=hunter2']);
  const { text } = await look(aws, '--logs');
  expect(text).toContain([
    `        log:  container app of task ${TASK}, /ecs/${NAME}`,
    `              app/app/${TASK}: the last 4 lines`,
    '                listening',
    '                Error: connect ECONNREFUSED 10.0.0.9:5432',
    '                    at TCPConnectWrap.afterConnect',
    '                : :error::password=(redacted)',
  ].join('\n'));
});

test.each(['quick', 'default'])('at %s they cost a call for each cause, which the policy allows', async (depth) => {
  const aws = crashing(['no']);
  await look(aws, '--logs', '--depth', depth);
  expect(aws.count('GetLogEvents')).toBe(1);
  const { text } = await look(aws, '--logs', '--depth', depth, '--print-policy');
  const allowed = (JSON.parse(text) as { readonly Statement: readonly { readonly Action: readonly string[] }[] }).Statement[0].Action.map((action) => action.split(':')[1]);
  expect(aws.calls.filter((call) => !allowed.includes(call))).toEqual([]);
});

test('JSON has them with their place', async () => {
  expect(await logOf(crashing(['no']))).toEqual({ container: 'app', task: TASK, group: `/ecs/${NAME}`, stream: `app/app/${TASK}`, lines: ['no'] });
});

test('JUnit has them, and annotations do not', async () => {
  expect((await look(crashing(['a last word']), '--logs', '--format', 'junit')).text).toContain('a last word');
  for (const format of ['sarif', 'github']) expect((await look(crashing(['a last word']), '--logs', '--format', format)).text).not.toContain('a last word');
});

describe('a log that is not there is no fault, and the reason is named', () => {
  const awslogs = (options: object) => ({ logDriver: 'awslogs', options });

  test.each<[string, FakeAws, string]>([
    ['no stream', crashing(undefined), 'there is no such log stream: the container wrote nothing, or the log is deleted'],
    ['an empty stream', crashing([]), 'the log stream is empty'],
    ['another region', crashing(['no'], { log: awslogs({ 'awslogs-group': '/g', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'app' }) }), 'the log is in us-east-1: log group /g'],
    ['FireLens', crashing(['no'], { log: { logDriver: 'awsfirelens', options: { Name: 'datadog', apikey: 'hunter2' } } }), 'the log goes through FireLens to its output datadog'],
    ['FireLens with a configuration of its own', crashing(['no'], { log: { logDriver: 'awsfirelens' } }), 'the log goes through FireLens'],
    ['another driver', crashing(['no'], { log: { logDriver: 'splunk', options: { 'splunk-token': 'hunter2' } } }), 'the log goes to the log driver splunk'],
    ['none', crashing(['no'], { log: null }), 'the container has no logConfiguration: its log is kept nowhere'],
    ['denied', crashing(['no']).refuse('GetLogEvents', 'AccessDeniedException'), 'logs:GetLogEvents is denied: allow it'],
    ['denied task definitions', crashing(['no']).refuse('DescribeTaskDefinition', 'AccessDeniedException'), 'ecs:DescribeTaskDefinition is denied: allow it'],
  ])('%s', async (_, aws, reason) => {
    expect(await logOf(aws)).toMatchObject({ lines: [], notRead: reason });
    expect((await look(aws, '--logs')).text.replaceAll(/\s+/g, ' ')).not.toContain('hunter2');
  });
});

test('without a prefix, the stream has the id of the container', async () => {
  const aws = crashing(['no'], { log: { logDriver: 'awslogs', options: { 'awslogs-group': '/g' } } });
  aws.account.logStreams.set('/g docker-1', ['by Docker']);
  expect(await logOf(aws)).toMatchObject({ stream: 'docker-1', lines: ['by Docker'] });
});

test('a page without events may have some before it', async () => {
  const aws = crashing(['before']).on('GetLogEvents', ({ answer }, count) => (count === 1 ? answer({ events: [], nextBackwardToken: 'b/0' }) : undefined));
  expect(await logOf(aws)).toMatchObject({ lines: ['before'] });
});

test('--watch prints them with the cause', async () => {
  const aws = crashing(['the last word']);
  const [service] = aws.account.services.filter(({ serviceName }: { serviceName: string }) => serviceName === NAME);
  Object.assign(service.deployments[0], { rolloutState: 'IN_PROGRESS', runningCount: 3 });
  aws.account.tasks.find(({ lastStatus }: { lastStatus: string }) => lastStatus === 'STOPPED').startedBy = service.deployments[0].id;
  let looks = 0;
  aws.on('DescribeServices', () => {
    if (++looks > 1) service.status = 'DRAINING';
    return undefined;
  });
  const { code, text } = await look(aws, '--logs', '--watch');
  expect(code).toBe(1);
  expect(text).toContain(`  log:  container app of task ${TASK}, /ecs/${NAME} app/app/${TASK}: the last line\n          the last word\n`);
});
