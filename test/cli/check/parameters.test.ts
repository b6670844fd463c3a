import { verb } from '../../../src/cli/check/verb';
import type { Report } from '../../../src/cli/report/report';
import { CannotLook } from '../../../src/cli/verb';
import { folderWith } from '../support/files';
import { testTerminal } from '../support/test-terminal';

const container = { Name: 'app', Image: 'nginx:1' };

function task(properties: object): object {
  return {
    Type: 'AWS::ECS::TaskDefinition',
    Properties: { Cpu: '256', Memory: '512', NetworkMode: 'awsvpc', RequiresCompatibilities: ['FARGATE'], ContainerDefinitions: [container], ...properties },
  };
}

const PARAMETERS = {
  Memory: { Type: 'Number', Default: 512 },
  Stage: { Type: 'String', AllowedValues: ['dev', 'prod'] },
  Kinds: { Type: 'CommaDelimitedList', AllowedValues: ['FARGATE', 'EC2'] },
  Looked: { Type: 'AWS::SSM::Parameter::Value<String>' },
};

const SHOP = {
  Parameters: PARAMETERS,
  Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
  Resources: {
    Sized: task({ Memory: { Ref: 'Memory' } }),
    Staged: task({ Memory: { 'Fn::If': ['IsProd', '300', '512'] } }),
    Listed: task({ RequiresCompatibilities: { Ref: 'Kinds' }, Memory: '300' }),
    Stored: task({ Memory: { Ref: 'Looked' } }),
  },
};

interface Checked {
  readonly found: readonly string[];
  readonly notChecked: Readonly<Record<string, string>>;
}

async function check(templates: Readonly<Record<string, object>>, ...parameters: readonly string[]): Promise<Checked> {
  const terminal = testTerminal({ cwd: folderWith(templates) });
  const args = parameters.flatMap((parameter) => ['--parameter', parameter]);
  await verb.run(['--format', 'json', '--areas', 'td', ...args, ...Object.keys(templates).slice(0, 1)], terminal);
  const { findings, notChecked } = JSON.parse(terminal.written()) as Report & { readonly notChecked: Report['gaps'] };
  const pairs = notChecked.filter(({ id }) => id === 'td-fargate-size-pair');
  return {
    found: findings.filter(({ id }) => id === 'td-fargate-size-pair').map(({ at }) => at.name),
    notChecked: Object.fromEntries(pairs.map(({ at, reason }) => [at.name, reason])),
  };
}

test('without values, defaults and both outcomes of a condition are checked; the rest is not checked', async () => {
  expect(await check({ 'shop.json': SHOP })).toEqual({
    found: ['Staged'],
    notChecked: { Listed: 'parameter Kinds decides it', Stored: 'parameter Looked decides it' },
  });
});

test('values of parameters decide values, conditions and lists', async () => {
  expect(await check({ 'shop.json': SHOP }, 'Memory=300', 'Stage=prod', 'Kinds=FARGATE, EC2')).toEqual({
    found: ['Sized', 'Staged', 'Listed'], notChecked: { Stored: 'parameter Looked decides it' },
  });
  expect((await check({ 'shop.json': SHOP }, 'Memory=512', 'Stage=dev', 'Stage=dev', 'Kinds=EC2')).found).toEqual([]);
});

test('what only names a parameter of Systems Manager stays unknown', async () => {
  expect((await check({ 'shop.json': SHOP }, 'Looked=/shop/memory')).notChecked).toMatchObject({ Stored: 'parameter Looked decides it' });
});

test('a value may hold signs of its own', async () => {
  const template = { Parameters: { Name: { Type: 'String' } }, Resources: { Task: task({ ContainerDefinitions: [{ Name: { Ref: 'Name' }, Image: 'nginx:latest' }] }) } };
  const terminal = testTerminal({ cwd: folderWith({ 'shop.json': template }) });
  expect(await verb.run(['--areas', 'dpl', '--fail-on', 'warning', '--parameter', 'Name=a=b,c', 'shop.json'], terminal)).toBe(1);
  expect(terminal.written()).toContain('containers[a=b,c].image');
});

describe('a nested stack', () => {
  const nested = (given: object) => ({
    'shop.json': {
      Parameters: { Memory: { Type: 'Number' } },
      Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
      Resources: { Nest: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'inner.json', Parameters: given } } },
    },
    'inner.json': { Parameters: { Memory: { Type: 'Number', Default: 300 } }, Resources: { Task: task({ Memory: { Ref: 'Memory' } }) } },
  });

  test('gets the parameter of its parent', async () => {
    expect((await check(nested({ Memory: { Ref: 'Memory' } }), 'Memory=300')).found).toEqual(['Task']);
    expect((await check(nested({ Memory: { Ref: 'Memory' } }), 'Memory=512')).found).toEqual([]);
  });

  test('gets its default where its parent passes nothing, with any parameter of the parent', async () => {
    expect((await check(nested({}), 'Memory=512')).found).toEqual(['Task']);
    expect((await check(nested({ Memory: { 'Fn::If': ['Never', 512, { Ref: 'AWS::NoValue' }] } }))).found).toEqual(['Task']);
  });
});

test.each<[readonly string[], string]>([
  [['Memry=1'], '--parameter Memry: there is no such parameter in shop.json; did you mean Memory?'],
  [['Memory'], '--parameter (Memory) must be a name and a value: write it as --parameter Memory=value'],
  [['=1'], '--parameter (=1) must be a name and a value: write it as --parameter Name=value'],
  [['Memory=much'], '--parameter Memory (much) must be a number, as its Type is Number'],
  [['Stage=prd'], '--parameter Stage (prd) is none of dev, prod; did you mean prod?'],
  [['Kinds=FARGATE,EC3'], '--parameter Kinds (EC3) is none of FARGATE, EC2; did you mean EC2?'],
  [['Stage=dev', 'Stage=prod'], '--parameter Stage is set twice, to dev and to prod: a run uses one of them'],
])('%j is for the user to put right', async (parameters, message) => {
  await expect(check({ 'shop.json': SHOP }, ...parameters)).rejects.toThrow(new CannotLook(message));
});

test('templates that are checked together get those parameters that they have', async () => {
  const cwd = folderWith({ 'a.json': SHOP, 'b.json': { Parameters: { Count: { Type: 'Number' } }, Resources: { Task: task({}) } } });
  const run = (...parameters: readonly string[]): Promise<number> => (
    verb.run(['--areas', 'td', ...parameters.map((one) => `--parameter=${one}`), 'a.json', 'b.json'], testTerminal({ cwd })));
  expect(await run('Count=2', 'Stage=prod')).toBe(1);
  await expect(run('Cuont=2')).rejects.toThrow(/^--parameter Cuont: there is no such parameter in any of 2 templates; did you mean Count/);
});

test('reports a template without parameters', async () => {
  await expect(check({ 'shop.json': { Resources: { Task: task({}) } } }, 'A=1')).rejects.toThrow('--parameter A: there are no parameters in shop.json');
});
