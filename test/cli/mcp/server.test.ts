import { Client, InMemoryTransport, type CallToolResult } from '@modelcontextprotocol/client';
import { serverOf } from '../../../src/cli/mcp/server';
import { TOOLS } from '../../../src/cli/mcp/tools';
import { folderWith } from '../support/files';
import { testTerminal } from '../support/test-terminal';

const TASK = 'Resources:\n  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      Cpu: "256"\n      Memory: "300"\n      NetworkMode: awsvpc\n'
  + '      RequiresCompatibilities: [FARGATE]\n      ContainerDefinitions: [{Name: app, Image: "nginx:1.27"}]\n';
const cwd = folderWith({ 'bad.template.yaml': TASK, 'good.template.yaml': TASK.replace('"300"', '"512"') });
const client = new Client({ name: 'test', version: '1.0.0' });

beforeAll(async () => {
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await serverOf(testTerminal({ cwd })).connect(theirs);
  await client.connect(ours);
});

afterAll(() => client.close());

async function call(name: string, input: Readonly<Record<string, unknown>>) {
  const { content: [block], isError } = await client.callTool({ name, arguments: input }) as CallToolResult;
  if (block.type !== 'text') throw new Error(`a block of ${block.type}`);
  return { text: block.text, isError: isError ?? false };
}

test('has a tool for each verb that reads', async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint, annotations?.openWorldHint])).toEqual([
    ['check', true, false], ['gotchas', true, false], ['doctor', true, true],
  ]);
  expect(tools[0].inputSchema.properties).toHaveProperty('paths.default', ['cdk.out']);
});

describe('check', () => {
  test('answers with the findings, which are no error', async () => {
    const { text, isError } = await call('check', { paths: ['bad.template.yaml'] });
    expect(text).toContain('td-fargate-size-pair');
    expect(isError).toBe(false);
  });

  test('has the report of the command line in JSON', async () => {
    const { text } = await call('check', { paths: ['bad.template.yaml'], areas: ['td'], format: 'json' });
    expect((JSON.parse(text) as { readonly findings: readonly { readonly id: string }[] }).findings.map(({ id }) => id)).toContain('td-fargate-size-pair');
  });

  test('is an error where it could not run', async () => {
    expect(await call('check', { paths: ['none.yaml'] })).toEqual({ text: expect.stringContaining('none.yaml'), isError: true });
  });

  test.each(['--output=written', '--help'])('takes %s for a path', async (path) => {
    expect(await call('check', { paths: [path] })).toEqual({ text: expect.stringContaining(path), isError: true });
  });

  test('refuses an argument of the wrong type, with its name', async () => {
    expect(await call('check', { paths: 'cdk.out' })).toEqual({ text: expect.stringContaining('paths'), isError: true });
  });
});

describe('gotchas', () => {
  test('explains an id', async () => {
    expect((await call('gotchas', { query: 'td-fargate-size-pair' })).text).toContain('Fargate');
  });

  test('searches, and lists all without words', async () => {
    expect((await call('gotchas', { query: 'health check' })).text).toContain('net-');
    expect((await call('gotchas', {})).text.length).toBeGreaterThan(5000);
  });

  test('is an error for an id that does not exist', async () => {
    expect((await call('gotchas', { query: 'no-such-gotcha' })).isError).toBe(true);
  });
});

test('doctor has the options of the command line that read more, or no longer', () => {
  const { args } = TOOLS.find(({ name }) => name === 'doctor')!;
  expect(args({ clusters: ['shop'], logs: true, timeout: '90s' })).toEqual(expect.arrayContaining(['--logs', '--timeout=90s']));
  expect(args({ clusters: ['shop'] }).filter((word) => /^--(logs|timeout)/.test(word))).toEqual([]);
});

test('doctor without a cluster is refused', async () => {
  expect(await call('doctor', { clusters: [] })).toEqual({ text: expect.stringContaining('clusters'), isError: true });
});
