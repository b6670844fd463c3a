import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, CfnResource, Stack } from 'aws-cdk-lib/core';
import { verb } from '../../../src/cli/check/verb';
import { check, TASK } from '../support/checked';
import { folderWith } from '../support/files';
import { shopApp } from '../support/shop-app';
import { testTerminal } from '../support/test-terminal';

const CLUSTER = { Type: 'AWS::ECS::Cluster', Properties: { ClusterSettings: [{ Name: 'containerInsights', Value: 'enabled' }] } };
const DEADLOCK = ['--areas', 'dpl', '--severity', 'dpl-no-failure-detection=info'];

// With stack traces, which name the file and the line of a construct.
delete process.env.CDK_CONTEXT_JSON;

/** An assembly on disk, as the command line of the CDK makes it. */
function assembly(): string {
  const outdir = join(folderWith({}), 'cdk.out');
  shopApp(new App({ outdir, context: { 'aws:cdk:enable-path-metadata': true } })).synth();
  return outdir;
}

describe('of an assembly', () => {
  test('names constructs of all stacks, with the line of the code, and honours what is acknowledged', async () => {
    const { code, findings, acknowledged, sources } = await check(join(__dirname, '../../..'), assembly(), ...DEADLOCK);
    expect(code).toBe(1);
    const errors = findings.filter(({ id }) => id === 'dpl-percent-deadlock');
    expect(errors.map(({ at }) => at.name)).toEqual(expect.arrayContaining([
      'Shop/Web/Service', 'Shop/Inner/Deep/Service', 'Shop/Inner/Innermost/Deeper/Service', 'Prod/Api/Api/Service',
    ]));
    expect(errors).toHaveLength(4);
    expect(errors.map(({ at }) => at.file?.path)).toEqual(errors.map(() => 'test/cli/support/shop-app.ts'));
    expect(acknowledged.filter(({ id }) => id === 'dpl-percent-deadlock')).toEqual([
      expect.objectContaining({ at: expect.objectContaining({ name: 'Shop/Known/Service' }) as unknown, reason: 'stopped by hand' }),
    ]);
    expect(sources).toHaveLength(4);
  });

  test('names the line of the template where the code is elsewhere', async () => {
    const outdir = assembly();
    const { findings } = await check(join(outdir, '..'), ...DEADLOCK);
    const { at } = findings.find(({ id, at: { name } }) => id === 'dpl-percent-deadlock' && name === 'Shop/Web/Service')!;
    expect(at).toMatchObject({ source: 'cdk.out/Shop.template.json', file: { path: 'cdk.out/Shop.template.json', line: expect.any(Number) as unknown } });
  });

  test('distinguishes resources of one logical id in nested stacks by the metadata alone', async () => {
    const nest = { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'inner.json' } };
    const folder = folderWith({
      'manifest.json': {
        artifacts: { Shop: { type: 'aws:cloudformation:stack', properties: { templateFile: 'shop.json' }, additionalMetadataFile: 'metadata.json', displayName: 'Shop' } },
      },
      'shop.json': { Resources: { Task: TASK, Nest: nest } },
      'inner.json': { Resources: { Task: TASK } },
      'metadata.json': {
        '/Shop/Task/Resource': [{ type: 'aws:cdk:logicalId', data: 'Task' }],
        '/Shop/Inner': [{ type: 'aws:cdk:templateFile', data: 'inner.json' }],
        '/Shop/Inner/Task/Resource': [{ type: 'aws:cdk:logicalId', data: 'Task' }],
      },
    });
    expect((await check(folder, '.', '--areas', 'td')).found).toEqual([
      'Shop/Task/Resource: td-fargate-size-pair', 'Shop/Inner/Task/Resource: td-fargate-size-pair',
    ]);
  });

  test('reads the metadata where older versions of the CDK put it', async () => {
    const folder = folderWith({
      'cdk.out/manifest.json': {
        artifacts: {
          Shop: {
            type: 'aws:cloudformation:stack',
            environment: 'aws://unknown-account/unknown-region',
            properties: { templateFile: 'Shop.template.json' },
            displayName: 'Shop',
            metadata: {
              '/Shop/Task/Resource': [{
                type: 'aws:cdk:logicalId',
                data: 'Task',
                trace: ['new Task (/x/node_modules/aws-cdk-lib/a.js:1:1)', 'at Module._compile (node:internal/x:1:2)', 'Object.<anonymous> (lib/shop.ts:7:3)'],
              }],
            },
          },
        },
      },
      'cdk.out/Shop.template.json': { Resources: { Task: TASK } },
    });
    const { findings } = await check(folder, '--areas', 'td');
    expect(findings[0].at).toMatchObject({ name: 'Shop/Task/Resource', file: { path: 'lib/shop.ts', line: 7 } });
  });

  test('is no report but a complaint when a file is missing', async () => {
    const outdir = assembly();
    rmSync(join(outdir, 'Shop.metadata.json'));
    await expect(check(outdir, '.', ...DEADLOCK)).rejects.toThrow('Shop.metadata.json is missing: the assembly is half-written, synthesize it again');
    writeFileSync(join(outdir, 'Shop.template.json'), '{"Resources": {"A": {"Type": "AWS::ECS::Cl');
    await expect(check(outdir, '.')).rejects.toThrow('Shop.template.json is not JSON: line 1: ');
  });
});

describe('of templates', () => {
  test('names logical ids, and the line of the property', async () => {
    const { findings } = await check(folderWith({ 't.yaml': `Resources:\n  Task: ${JSON.stringify(TASK).replace('"Memory"', '\n    "Memory"')}\n` }), 't.yaml', '--areas', 'td');
    expect(findings.map(({ id, at }) => [id, at])).toEqual([
      ['td-fargate-size-pair', { name: 'Task', kind: 'task definition', source: 't.yaml', file: { path: 't.yaml', line: 3 } }],
    ]);
  });

  test('joins all that is named into one app', async () => {
    const importing = {
      Resources: {
        Service: {
          Type: 'AWS::ECS::Service', Properties: { Cluster: { 'Fn::ImportValue': 'cluster' }, TaskDefinition: { 'Fn::ImportValue': 'task' }, LaunchType: 'FARGATE' },
        },
      },
    };
    const exporting = {
      Resources: { Cluster: CLUSTER, Task: { ...TASK, Properties: { ...TASK.Properties, RequiresCompatibilities: ['EC2'] } } },
      Outputs: { T: { Value: { Ref: 'Task' }, Export: { Name: 'task' } } },
    };
    const folder = folderWith({ 'service.json': importing, 'platform.json': exporting });
    expect((await check(folder, 'service.json')).found).not.toContain('Service: td-fargate-not-declared');
    expect((await check(folder, '.')).found.some((finding) => /td-fargate-not-declared/.test(finding))).toBe(true);
  });

  test('ends on templates that are nested too deeply for CloudFormation', async () => {
    const depth = 100_000;
    const condition = `${'{"Fn::Not": ['.repeat(depth)}{"Fn::Equals": ["a", "a"]}${']}'.repeat(depth)}`;
    const json = `{"Conditions": {"C": ${condition}}, "Resources": {"T": {"Type": "AWS::ECS::TaskDefinition", "Condition": "C", "Properties": {"Cpu": {"Fn::If": ["C", "256", "512"]}}}}}`;
    const folder = folderWith({ 't.json': json, 't.yaml': `Resources: ${'['.repeat(depth)}${']'.repeat(depth)}` });
    await expect(check(folder, 't.json')).rejects.toThrow(/^t\.json nests values deeper than 1000 levels$/);
    await expect(check(folder, 't.yaml')).rejects.toThrow(/^t\.yaml nests values too deeply to be read$/);
  });

  test('reports nothing on a template without ECS', async () => {
    const { code, summary, sources } = { summary: {}, ...await check(folderWith({ 't.json': { Resources: {} } }), 't.json') };
    expect({ code, summary, sources }).toEqual({ code: 0, summary: { errors: 0, warnings: 0, info: 0, acknowledged: 0, notChecked: 0, ok: 0 }, sources: ['t.json'] });
  });
});

describe('options', () => {
  const folder = folderWith({ 't.json': { Resources: { Task: TASK } } });

  test('--fail-on decides how it ends', async () => {
    expect((await check(folder, 't.json')).code).toBe(1);
    expect((await check(folder, 't.json', '--fail-on', 'never')).code).toBe(0);
    expect((await check(folder, 't.json', '--areas', 'log')).code).toBe(0);
    expect((await check(folder, 't.json', '--areas', 'log', '--fail-on', 'warning')).code).toBe(1);
  });

  test('--strict makes an error of a risk', async () => {
    expect((await check(folder, 't.json', '--areas', 'log')).code).toBe(0);
    expect((await check(folder, 't.json', '--areas', 'log', '--strict')).code).toBe(1);
  });

  test('--severity makes a finding milder or worse', async () => {
    expect((await check(folder, 't.json', '--areas', 'td', '--severity', 'td-fargate-size-pair=info')).code).toBe(0);
    expect((await check(folder, 't.json', '--areas', 'log', '--severity', 'log-none=error')).code).toBe(1);
  });

  test('--acknowledge accepts an id everywhere, with or without the prefix of the pack', async () => {
    for (const id of ['td-fargate-size-pair', 'EcsGuardrails::td-fargate-size-pair']) {
      const { code, acknowledged } = await check(folder, 't.json', '--acknowledge', id);
      expect(code).toBe(0);
      expect(acknowledged.map((finding) => finding.id)).toEqual(['td-fargate-size-pair']);
    }
  });

  test.each([
    [['--areas', 'nett'], /^--areas \(nett\) is none of cost, .*; did you mean net\?$/],
    [['--severity', 'log-non=info'], '--severity (log-non) is not in the catalogue; did you mean log-none?'],
    [['--severity', 'log-none=warn'], '--severity of log-none (warn) is none of error, warning, info; did you mean warning?'],
    [['--severity', 'log-none'], '--severity of log-none () is none of'],
    [['--acknowledge', 'EcsGuardrails::log-non'], 'did you mean log-none?'],
  ])('fails with the options %j', async (args, message) => {
    await expect(check(folder, 't.json', ...args)).rejects.toThrow(message);
  });
});

test('keeps to the acknowledgements of a construct and of all above it, and of no other', async () => {
  const app = new App({ outdir: join(folderWith({}), 'cdk.out') });
  const stack = new Stack(app, 'Shop');
  for (const id of ['Task', 'Task2']) new CfnResource(stack, id, { type: TASK.Type, properties: TASK.Properties });
  const { Validations } = jest.requireActual<typeof import('aws-cdk-lib/core')>('aws-cdk-lib/core');
  Validations.of(stack.node.findChild('Task')).acknowledge({ id: 'EcsGuardrails::td-fargate-size-pair', reason: 'for now' });
  Validations.of(stack).acknowledge({ id: 'EcsGuardrails::log-none', reason: 'a demo' });
  app.synth();
  const { found, acknowledged } = await check(app.outdir, '.', '--areas', 'td,log');
  expect(found).toEqual(['Shop/Task2: td-fargate-size-pair']);
  expect(acknowledged).toHaveLength(3);
});

test('prints nothing after Ctrl-C', async () => {
  const terminal = testTerminal({ cwd: folderWith({ 't.json': { Resources: { Task: TASK } } }) });
  terminal.interrupt();
  await expect(verb.run(['t.json'], terminal)).rejects.toThrow(/abort/);
  expect(terminal.written()).toBe('');
});
