import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { unpacked } from './unpacked';
import { folderWith } from '../cli/support/files';

const ROOT = join(__dirname, '../..');

const PACKAGE = unpacked();
const BIN = join(PACKAGE, (JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { readonly bin: Record<string, string> }).bin['ecs-guardrails']);
const TASK = 'Resources:\n  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      Cpu: "256"\n      Memory: "300"\n      NetworkMode: awsvpc\n'
  + '      RequiresCompatibilities: [FARGATE]\n      ContainerDefinitions: [{Name: app, Image: !Sub "nginx:1", Imag: 1}]\n';

interface Bill {
  readonly bomFormat: string;
  readonly components: readonly Component[];
}

interface Component {
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly object[];
}

function run(args: readonly string[], cwd = folderWith({ 't.yaml': TASK })) {
  const { status, stdout, stderr } = spawnSync(BIN, [...args], { cwd, encoding: 'utf8', env: { PATH: process.env.PATH } });
  return { status, stdout, stderr };
}

/** Files of the bundle that a run loads. */
function loaded(...args: readonly string[]): readonly string[] {
  const list = join(folderWith({ 'list.js': 'process.on("exit", () => console.error(JSON.stringify(Object.keys(require.cache))))' }), 'list.js');
  const { stderr } = spawnSync(process.execPath, ['-r', list, BIN, ...args], { cwd: folderWith({ 't.yaml': TASK }), encoding: 'utf8' });
  return (JSON.parse(stderr.trim().split('\n').at(-1)!) as string[]).map((file) => file.replace(/^.*\//, '')).filter((file) => file !== 'list.js');
}

test('the package has the bundle, its licenses, and neither its sources nor node_modules', () => {
  expect(existsSync(join(PACKAGE, 'bin', 'THIRD-PARTY-LICENSES.txt'))).toBe(true);
  expect(existsSync(join(PACKAGE, 'NOTICE'))).toBe(true);
  expect(existsSync(join(PACKAGE, 'API.md'))).toBe(false);
  expect(existsSync(join(PACKAGE, 'lib', 'index.js'))).toBe(true);
  expect(existsSync(join(PACKAGE, 'lib', 'cli'))).toBe(false);
  expect(existsSync(join(PACKAGE, 'node_modules'))).toBe(false);
});

test('the bill of materials lists the packages whose licenses are shipped', () => {
  const { bomFormat, components } = JSON.parse(readFileSync(join(PACKAGE, 'bin', 'sbom.cdx.json'), 'utf8')) as Bill;
  const licensed = readFileSync(join(PACKAGE, 'bin', 'THIRD-PARTY-LICENSES.txt'), 'utf8').split(/^-{80}\n\n/m).map((text) => /^\S+ \S+/.exec(text)![0]);
  expect(bomFormat).toBe('CycloneDX');
  expect(components.length).toBeGreaterThan(20);
  expect(components.map(({ group, name, version }) => `${group === undefined ? '' : `${group}/`}${name} ${version}`)).toEqual([...new Set(licensed)]);
  expect(components.filter(({ purl, licenses }) => !purl.startsWith('pkg:npm/') || licenses.length === 0)).toEqual([]);
});

test('each file of the bundle loads without node_modules', () => {
  const files = readdirSync(join(PACKAGE, 'bin')).filter((file) => file.endsWith('.js') && file !== 'ecs-guardrails.js');
  expect(files.length).toBeGreaterThan(5);
  const script = files.map((file) => `require(${JSON.stringify(join(PACKAGE, 'bin', file))});`).join('');
  expect(spawnSync(process.execPath, ['-e', script], { cwd: PACKAGE, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
});

test.each(['text', 'json', 'sarif', 'junit', 'github'])('check writes %s', (format) => {
  const { status, stdout, stderr } = run(['check', 't.yaml', '--format', format]);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toContain('td-fargate-size-pair');
});

test('gotchas explains', () => {
  expect(run(['gotchas', 'td-fargate-size-pair'])).toMatchObject({ status: 0, stdout: expect.stringContaining('Fargate') as unknown });
});

test('what a verb does not need is not loaded', () => {
  expect(loaded('--help')).toEqual(['ecs-guardrails.js']);
  expect(loaded('gotchas')).toEqual(['ecs-guardrails.js', 'gotchas-verb.js']);
  expect(loaded('check', 't.yaml')).toEqual(['ecs-guardrails.js', 'check-verb.js', 'check-yaml.js', 'report-text.js']);
  expect(loaded('doctor', '--help').filter((file) => file.startsWith('collect-'))).toEqual([]);
});

test('a complaint is one line on standard error', () => {
  expect(run(['check', 'gone.json'])).toEqual({ status: 2, stdout: '', stderr: "ecs-guardrails: gone.json can't be read: there is no such file or folder\n" });
});

test('a closed pipe ends nothing but the output', () => {
  const command = `${JSON.stringify(BIN)} gotchas --format json | head -n 1; echo "\${PIPESTATUS[0]}"`;
  expect(spawnSync('bash', ['-c', command], { encoding: 'utf8' })).toMatchObject({ stdout: '[\n0\n', stderr: '' });
});

test('a report that cannot be written is a failed run', () => {
  const command = `${JSON.stringify(BIN)} gotchas > /dev/full; echo "$?"`;
  expect(spawnSync('bash', ['-c', command], { encoding: 'utf8' })).toMatchObject({
    stdout: '2\n', stderr: expect.stringMatching(/^ecs-guardrails: standard output can't be written: ENOSPC[^\n]*\n$/) as unknown,
  });
});

describe('beside aws-cdk-lib', () => {
  const project = folderWith({ 't.yaml': TASK });
  mkdirSync(join(project, 'node_modules'));
  symlinkSync(join(ROOT, 'node_modules', 'aws-cdk-lib'), join(project, 'node_modules', 'aws-cdk-lib'));

  test('CloudFormation Validate finds what the schema forbids, by its line', () => {
    const { status, stdout } = run(['check', 't.yaml', '--aws-validation', '--format', 'json'], project);
    expect(status).toBe(1);
    const { findings } = JSON.parse(stdout) as { readonly findings: ReadonlyArray<{ readonly by?: string }> };
    expect(findings.filter(({ by }) => by === 'CloudFormation Validate')).toContainEqual(expect.objectContaining({
      id: 'CloudFormation-Validate::F3002', severity: 'error', at: expect.objectContaining({ name: 'Task', file: { path: 't.yaml', line: 9 } }) as unknown,
    }));
  }, 120_000);

  test('Ctrl-C ends it at once, in one line', async () => {
    const child = spawn(BIN, ['check', 't.yaml', '--aws-validation'], { cwd: project });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    setTimeout(() => child.kill('SIGINT'), 1_500);
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, output }).toEqual({ code: 130, output: 'ecs-guardrails: interrupted\n' });
  }, 30_000);
});
