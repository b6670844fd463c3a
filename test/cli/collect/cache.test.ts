import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import { defaultCacheFolder } from '../../../src/cli/collect/cache';
import { collect } from '../../../src/cli/collect/collect';

withoutMachine();

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'ecs-guardrails-cache-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = () => readdirSync(join(folder, 'task-definitions')).map((name) => join(folder, 'task-definitions', name));

async function look(aws = new FakeAws(makeAccount(3)), cacheFolder = folder) {
  const account = await collect({ clusters: ['shop'], depth: 'default', cacheFolder }, aws.options);
  return { aws, definitions: account.clusters[0].services.map(({ taskDefinition }) => taskDefinition) };
}

test('a revision is read once, and the second run has all of it but its status', async () => {
  const first = await look();
  const second = await look();
  expect(first.aws.count('DescribeTaskDefinition')).toBe(3);
  expect(second.aws.count('DescribeTaskDefinition')).toBe(0);
  const { status: _status, ...kept } = first.definitions[0] as { status: string };
  expect(second.definitions[0]).toEqual(kept);
  expect(second.definitions[0]).toMatchObject({ registeredAt: expect.any(Date) });
});

test.each([
  ['half a file', (text: string) => text.slice(0, 40)],
  ['an empty file', () => ''],
  ['the file of another revision', (text: string) => text.replaceAll(':7', ':8')],
  ['JSON of something else', () => '[]'],
])('%s is read from AWS again', async (_what, spoil) => {
  await look();
  const [file] = files();
  writeFileSync(file, spoil(readFileSync(file, 'utf-8')));
  const { aws, definitions } = await look();
  expect(aws.count('DescribeTaskDefinition')).toBe(1);
  expect(definitions).toMatchObject([{ revision: 7 }, { revision: 7 }, { revision: 7 }]);
});

test('only the user can read the cache, and no drafts are left', async () => {
  await look();
  expect(files()).toHaveLength(3);
  for (const file of files()) expect(statSync(file).mode.toString(8)).toMatch(/600$/);
});

test('without a place to write it just takes longer', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect((await look(undefined, file)).definitions).toMatchObject([{ revision: 7 }, {}, {}]);
});

test('the folder is the one for caches, and none for another AWS than AWS', () => {
  expect(defaultCacheFolder({ XDG_CACHE_HOME: '/var/cache/me' })).toBe('/var/cache/me/ecs-guardrails');
  expect(defaultCacheFolder({ XDG_CACHE_HOME: 'relative' })).toMatch(/\/\.cache\/ecs-guardrails$/);
  expect(defaultCacheFolder({ AWS_ENDPOINT_URL: 'http://127.0.0.1:5000' })).toBeUndefined();
});
