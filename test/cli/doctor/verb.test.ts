import { withLive } from '../../../src/gotchas/fixtures/recorded/changed';
import { healthy, service } from '../../../src/gotchas/fixtures/recorded/healthy';
import type { Account, Depth } from '../../../src/cli/collect/account';
import type { CollectRequest } from '../../../src/cli/collect/request';
import { doctor, type Reading } from '../../../src/cli/doctor/verb';
import { CannotLook } from '../../../src/cli/verb';
import { testTerminal } from '../support/test-terminal';

const broken = withLive({ logGroups: new Map([['/shop/web', undefined]]) });

function reading(account: Account | Error): Reading & { readonly asked: CollectRequest[] } {
  const asked: CollectRequest[] = [];
  return {
    asked,
    collect: async (request) => {
      asked.push(request);
      request.onProgress?.('reading services');
      if (account instanceof Error) throw account;
      return account;
    },
    watchOf: ({ services }) => ({
      reads: services.map((serviceName) => async () => ({
        readAt: healthy.readAt, service: { ...service, serviceName }, deployments: [], targets: new Map(), stoppedTasks: [],
      })),
      collect: async () => healthy,
      logTails: async () => new Map(),
      close: () => undefined,
    }),
    policyFor: (depth: Depth) => ({ Version: '2012-10-17', Statement: [{ Sid: depth, Effect: 'Allow', Action: ['ecs:DescribeServices'], Resource: '*' }] }),
    defaultCacheFolder: () => '/home/ann/.cache/ecs-guardrails',
    sleep: async () => undefined,
  };
}

interface Ran {
  readonly code: number;
  readonly text: string;
  readonly asked: readonly CollectRequest[];
}

async function run(account: Account | Error, ...args: readonly string[]): Promise<Ran> {
  const terminal = testTerminal();
  const from = reading(account);
  const code = await doctor(from).run(args, terminal);
  return { code, text: terminal.written(), asked: from.asked };
}

test('a healthy account ends with 0', async () => {
  const { code, text } = await run(healthy, '--cluster', 'shop');
  expect(code).toBe(0);
  expect(text).toMatch(/^0 errors, 0 warnings, 0 info, \d+ not checked, \d+ ok: 1 cluster\n$/);
});

test('a finding is printed with its reason and fix, and the exit code is 1', async () => {
  const { code, text } = await run(broken, '--cluster', 'shop');
  expect(code).toBe(1);
  expect(text).toContain([
    'arn:aws:ecs:eu-west-1:111122223333:cluster/shop',
    '  shop/web  service',
    '    ✖ awslogs-group (/shop/web) does not exist, so no new task starts [log-group-missing]',
  ].join('\n'));
  expect(text).toContain('        fix:  create the log group /shop/web\n');
});

test('prints JSON, with evidence and the reasons for not checked', async () => {
  const { text } = await run(broken, '--cluster', 'shop', '--format', 'json');
  expect(JSON.parse(text)).toMatchObject({ verb: 'doctor', findings: [{ id: 'log-group-missing', severity: 'error', at: { name: 'shop/web', kind: 'service' } }] });
});

test.each([['sarif'], ['junit'], ['github']])('writes %s', async (format) => {
  const { text } = await run(broken, '--cluster', 'shop', '--format', format);
  expect(text).toContain('log-group-missing');
});

test('asks for what was named', async () => {
  const { asked } = await run(healthy, '--cluster', 'shop,crm', '--service', 'web', '--depth', 'deep', '--region', 'eu-west-1', '--profile', 'ops', '--no-cache');
  expect(asked).toMatchObject([{ clusters: ['shop', 'crm'], services: ['web'], depth: 'deep', region: 'eu-west-1', profile: 'ops', cacheFolder: undefined }]);
});

test('asks the region of the ARNs that are named', async () => {
  const [cluster, web] = ['cluster/shop', 'service/shop/web'].map((name) => `arn:aws-us-gov:ecs:us-gov-west-1:111122223333:${name}`);
  expect((await run(healthy, '--cluster', cluster, '--service', web)).asked).toMatchObject([{ region: 'us-gov-west-1', clusters: [cluster] }]);
  await expect(run(healthy, '--cluster', cluster, '--region', 'eu-west-1')).rejects.toThrow('--region (eu-west-1) contradicts an ARN, which is of us-gov-west-1: leave it out');
  await expect(run(healthy, '--cluster', `${cluster},arn:aws:ecs:eu-west-1:111122223333:cluster/shop`)).rejects
    .toThrow('the ARNs are of us-gov-west-1 and of eu-west-1: a run reads one region');
  await expect(run(healthy, '--cluster', 'shop', '--region', 'eu west')).rejects.toThrow('--region (eu west) must be a region such as eu-west-1');
});

test('reads no longer than it may', async () => {
  expect((await run(healthy, '--cluster', 'shop', '--timeout', '1m30s')).asked).toMatchObject([{ timeoutMs: 90_000 }]);
  expect((await run(healthy, '--cluster', 'shop')).asked).toMatchObject([{ timeoutMs: undefined }]);
});

test('reads everything at the default depth by default', async () => {
  const { asked } = await run(healthy, '--all-clusters');
  expect(asked).toMatchObject([{ clusters: 'all', services: undefined, depth: 'default', cacheFolder: '/home/ann/.cache/ecs-guardrails' }]);
});

test('prints the policy of a depth without a request', async () => {
  const { code, text, asked } = await run(healthy, '--print-policy', '--depth', 'quick');
  expect({ code, asked }).toEqual({ code: 0, asked: [] });
  expect(JSON.parse(text)).toMatchObject({ Statement: [{ Sid: 'quick' }] });
});

test('--watch follows one service', async () => {
  const { code, text } = await run(healthy, '--cluster', 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop', '--service', 'web', '--watch');
  expect(code).toBe(0);
  expect(text).toContain('✔ shop/web: web:7 is steady, with 2 of 2 running\n');
});

test('--watch follows several, each once', async () => {
  const { code, text } = await run(healthy, '--cluster', 'shop', '--service', 'web,api', '--service', 'web', '--watch');
  expect(code).toBe(0);
  expect(text.match(/✔ .*/g)).toEqual(['✔ shop/web: web:7 is steady, with 2 of 2 running', '✔ shop/api: web:7 is steady, with 2 of 2 running']);
});

test.each<[readonly string[], string]>([
  [[], 'name a cluster with --cluster, or set --all-clusters'],
  [['shop'], 'doctor has no argument shop: name a cluster with --cluster shop'],
  [['--cluster', 'shop', '--all-clusters'], '--cluster and --all-clusters contradict each other'],
  [['--cluster', 'shop', '--depth', 'deeep'], '--depth (deeep) is none of quick, default, deep; did you mean deep?'],
  [['--cluster', 'shop', '--watch'], '--watch follows services of one cluster: name them with one --cluster and --service'],
  [['--all-clusters', '--service', 'web', '--watch'], '--watch follows services of one cluster: name them with one --cluster and --service'],
  [['--cluster', 'shop,crm', '--service', 'web', '--watch'], '--watch follows services of one cluster: name them with one --cluster and --service'],
  [['--cluster', 'shop', '--service', 'web', '--watch', '--format', 'json'], '--watch prints as it goes, and its exit code follows from the deployments: it has no --format'],
  [['--cluster', 'shop', '--timeout', '20'], '--timeout (20) must be a time with its unit, above 0 and at most 168h, such as 90s, 20m or 1h30m'],
  [['--claster', 'shop'], 'there is no option --claster; did you mean --cluster?'],
])('%j is for the user to put right', async (args, message) => {
  await expect(run(healthy, ...args)).rejects.toThrow(new CannotLook(message));
});

test('what can\'t be read at all is passed on, and the progress is taken away', async () => {
  const terminal = testTerminal({ interactiveErr: true });
  await expect(doctor(reading(new CannotLook('no credentials'))).run(['--cluster', 'shop'], terminal)).rejects.toThrow('no credentials');
  expect(terminal.complaints()).toMatch(/reading services\r\u001b\[K$/);
});

test('the help fits a screen', () => {
  const lines = doctor(reading(healthy)).help.split('\n');
  expect(lines.length).toBeLessThanOrEqual(40);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('no value of an environment variable is ever printed', async () => {
  const { app } = { app: healthy.clusters[0].services[0] };
  const secret = 'AKIAIOSFODNN7EXAMPLE';
  const task = { ...app.taskDefinition as object, containerDefinitions: [{ name: 'app', image: 'web', environment: [{ name: 'AWS_ACCESS_KEY_ID', value: secret }, { name: 'PLAIN', value: 'plain-value' }] }] };
  for (const format of ['text', 'json', 'sarif', 'junit', 'github']) {
    const { text } = await run(withLive({ taskDefinition: task as never }), '--cluster', 'shop', '--format', format, '--verbose');
    expect(text).toContain('sec-secret-in-plain-environment');
    expect(text).not.toContain(secret);
    expect(text).not.toContain('plain-value');
  }
});
