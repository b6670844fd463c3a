import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { verb } from '../../../src/cli/check/verb';
import { check, TASK } from '../support/checked';
import { folderWith } from '../support/files';
import { testTerminal } from '../support/test-terminal';

const error = async (folder: string, ...args: readonly string[]): Promise<string> => check(folder, ...args).then(
  ({ code, found }) => `ended with ${code}: ${found.join()}`,
  ({ message }: Error) => message,
);

describe('inputs without an end', () => {
  const cases: ReadonlyArray<readonly [input: string, error: string]> = [
    ['/dev/zero', 'must be a file or a pipe'],
    ['/dev/null', 'must be a file or a pipe'],
  ];
  test.each(cases)('%s is refused', async (path, expected) => {
    expect(await error(folderWith({}), path)).toContain(expected);
  });

  test('a pipe without a writer is refused after a while', async () => {
    const folder = folderWith({});
    execFileSync('mkfifo', [join(folder, 'pipe.json')]);
    let now = 0;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => (now += 1000));
    expect(await error(folder, 'pipe.json')).toBe('pipe.json is a pipe that nothing was written to for 120 s');
    clock.mockRestore();
  });

  test('a pipe whose writer opens it later is read', async () => {
    const folder = folderWith({ 't.json': { Resources: { Task: TASK } } });
    execFileSync('mkfifo', [join(folder, 'pipe.json')]);
    const closed = once(spawn('sh', ['-c', 'sleep 0.3; cat t.json > pipe.json'], { cwd: folder }), 'close');
    expect((await check(folder, 'pipe.json')).found).toContain('Task: td-fargate-size-pair');
    await closed;
  });

  test('a pipe whose writer closes it without a word is empty', async () => {
    const folder = folderWith({});
    execFileSync('mkfifo', [join(folder, 'pipe.json')]);
    const closed = once(spawn('sh', ['-c', 'exec 3> pipe.json; sleep 0.3'], { cwd: folder }), 'close');
    expect(await error(folder, 'pipe.json')).toBe('pipe.json is empty');
    await closed;
  });

  test('a nested stack in a device is not followed', async () => {
    const folder = folderWith({ 't.json': { Resources: { Task: TASK, Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: '/dev/zero' } } } } });
    expect((await check(folder, 't.json')).found).toContain('Task: td-fargate-size-pair');
  });

  test('a link that leads in a circle is passed over in a folder', async () => {
    const folder = folderWith({ 't.json': { Resources: { Task: TASK } } });
    symlinkSync('circle.json', join(folder, 'circle.json'));
    expect((await check(folder, '.')).found).toContain('Task: td-fargate-size-pair');
  });
});

describe('inputs that grow', () => {
  test('aliases that stand for more values than memory holds are refused', async () => {
    const doubled = Array.from({ length: 40 }, (_, level) => `  a${level + 1}: &a${level + 1} !Join ["", [*a${level}, *a${level}]]`);
    const folder = folderWith({ 't.yaml': ['Metadata:', '  a0: &a0 x', ...doubled, 'Resources: {}', 'Outputs:', '  A: {Value: *a40}', ''].join('\n') });
    expect(await error(folder, 't.yaml')).toBe('t.yaml has aliases that stand for more than 5000000 values');
  });

  test('aliases that stand for few values are read', async () => {
    const folder = folderWith({ 't.yaml': 'Metadata: {name: &name app}\nResources:\n  One: {Type: "AWS::ECS::Cluster", Properties: {ClusterName: *name}}\n' });
    expect((await check(folder, 't.yaml')).code).toBe(0);
  });

  test('stacks that nest the next one twice are refused', async () => {
    const nested = (next: number): object => ({ Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: `${next}.json` } });
    const files = Object.fromEntries(Array.from({ length: 18 }, (_, level) => [`${level}.json`, { Resources: { A: nested(level + 1), B: nested(level + 1) } }]));
    expect(await error(folderWith(files), '0.json')).toBe('0.json nests more than 2000 stacks');
  });

  test.each(['t.json', 't.yaml'])('values nested deeper than functions can be evaluated are refused: %s', async (name) => {
    const nested = (levels: number): string => '{"Fn::If":["C",'.repeat(levels) + '"x"' + ',""]}'.repeat(levels);
    const template = (levels: number): string => {
      const json = JSON.stringify({ Conditions: { C: { 'Fn::Equals': ['a', 'a'] } }, Resources: { Task: { ...TASK, Properties: { ...TASK.Properties, Family: '?' } } } });
      return json.replace('"?"', nested(levels));
    };
    expect(await error(folderWith({ [name]: template(5000) }), name)).toMatch(new RegExp(`^${name} nests values (deeper than 1000 levels|too deeply to be read)$`));
    expect((await check(folderWith({ [name]: template(300) }), name)).found).toContain('Task: td-fargate-size-pair');
  });
});

test('resources have any name, in YAML as in JSON', async () => {
  const { Type, Properties } = TASK;
  const yaml = `Resources:\n  __proto__:\n    Type: ${Type}\n    Properties: ${JSON.stringify(Properties)}\n`;
  expect((await check(folderWith({ 't.yaml': yaml }), 't.yaml')).found).toContain('__proto__: td-fargate-size-pair');
  expect((await check(folderWith({ 't.json': `{"Resources":{"__proto__":${JSON.stringify(TASK)}}}` }), 't.json')).found).toContain('__proto__: td-fargate-size-pair');
});

test('a stack of an assembly may have no resources', async () => {
  const stack = (templateFile: string): object => ({ type: 'aws:cloudformation:stack', properties: { templateFile } });
  const folder = folderWith({
    'manifest.json': { version: '36.0.0', artifacts: { Shop: stack('shop.json'), Asserts: stack('asserts.json') } },
    'shop.json': { Resources: { Task: TASK } },
    'asserts.json': { Parameters: {} },
  });
  expect((await check(folder, '.')).found).toContain('Task: td-fargate-size-pair');
});

describe('names in reports', () => {
  const NAME = 'x]]>y]]>\n::error file=a::pwned\n##[command]\u001b[31m\u009b31m\u202e';
  const template = { Resources: { Task: { ...TASK, Properties: { ...TASK.Properties, ContainerDefinitions: [{ Name: NAME, Image: 'nginx:1', DependsOn: [{ ContainerName: NAME + 2, Condition: 'START' }] }] } } } };

  async function written(format: string): Promise<string> {
    const terminal = testTerminal({ cwd: folderWith({ 't.json': template }) });
    await verb.run(['--format', format, 't.json'], terminal);
    return terminal.written();
  }

  test.each(['text', 'github', 'junit', 'json', 'sarif'])('write no escape sequence: %s', async (format) => {
    expect(await written(format)).not.toMatch(/[\u001b\u009b\u202e]/);
  });

  test('write no workflow command', async () => {
    const text = await written('text');
    expect(text).toContain('pwned');
    expect(text).not.toMatch(/^\s*::|##\[/m);
    expect((await written('github')).split('\n').filter((line) => line.includes('pwned') && !/^::(error|warning|notice) file=t\.json/.test(line))).toEqual([]);
  });

  test('write no XML', async () => {
    const xml = await written('junit');
    expect(xml.split('<![CDATA[').length).toBe(xml.split(']]>').length);
  });
});
