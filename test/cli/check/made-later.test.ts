import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, TASK } from '../support/checked';
import { folderWith } from '../support/files';

test('checks what a loop makes, on the line of the loop', async () => {
  const yaml = `
Transform: AWS::LanguageExtensions
Mappings:
  Memory:
    Web: { Size: '512' }
    Worker: { Size: '300' }
Resources:
  Cluster:
    Type: AWS::ECS::Cluster
  Fn::ForEach::Services:
    - Name
    - [Web, Worker]
    - \${Name}Task:
        Type: AWS::ECS::TaskDefinition
        Properties:
          Cpu: '256'
          Memory: !FindInMap [Memory, !Ref Name, Size]
          NetworkMode: awsvpc
          RequiresCompatibilities: [FARGATE]
          ContainerDefinitions:
            - Name: !Sub \${Name}
              Image: nginx:1
      \${Name}Service:
        Type: AWS::ECS::Service
        Properties:
          Cluster: !Ref Cluster
          TaskDefinition: !Ref
            Fn::Sub: \${Name}Task
          LaunchType: FARGATE
`;
  const { findings, notChecked } = await check(folderWith({ 't.yaml': yaml }), 't.yaml', '--areas', 'td');
  expect(findings.map(({ id, at }) => [id, at])).toEqual([
    ['td-fargate-size-pair', { name: 'WorkerTask', kind: 'task definition', source: 't.yaml', file: { path: 't.yaml', line: 10 } }],
  ]);
  expect(notChecked).toEqual([]);
});

test('checks the resources of a loop over a parameter with a value or a default', async () => {
  const body = {
    Transform: ['AWS::LanguageExtensions'],
    Parameters: { Names: { Type: 'CommaDelimitedList', Default: 'A' } },
    Resources: { 'Task': TASK, 'Fn::ForEach::Tasks': ['Name', { Ref: 'Names' }, { 'Task${Name}': TASK }] },
  };
  const folder = folderWith({ 't.json': body, 'none.json': { Transform: 'AWS::LanguageExtensions', Resources: { Task: TASK } } });
  const lineOf = (name: string) => readFileSync(join(folder, 't.json'), 'utf-8').split('\n').findIndex((line) => line.includes(`"${name}"`)) + 1;
  const given = await check(folder, '.', '--areas', 'td', '--parameter', 'Names=A,B');
  expect(given.findings.map(({ at }) => [at.name, at.file?.path, at.file?.line])).toEqual([
    ['Task', 'none.json', expect.any(Number)],
    ['Task', 't.json', lineOf('Memory')],
    ['TaskA', 't.json', lineOf('Fn::ForEach::Tasks')],
    ['TaskB', 't.json', lineOf('Fn::ForEach::Tasks')],
  ]);
  expect(given.notChecked).toEqual([]);
  const byDefault = await check(folder, 't.json', '--areas', 'td');
  expect(byDefault.findings.map(({ at, detail }) => [at.name, at.file?.line, detail.endsWith('(with the defaults of parameters)')])).toEqual([
    ['Task', lineOf('Memory'), false], ['TaskA', lineOf('Fn::ForEach::Tasks'), true],
  ]);
  expect(byDefault.notChecked).toEqual([]);
  const open = { ...body, Parameters: { Names: { Type: 'CommaDelimitedList' } } };
  const { found, notChecked } = await check(folderWith({ 't.json': open }), 't.json', '--areas', 'td');
  expect(found).toEqual(['Task: td-fargate-size-pair']);
  expect(notChecked).toEqual([expect.objectContaining({ id: 'Fn::ForEach::Tasks', reason: expect.stringContaining('with --parameter') as unknown })]);
});

test('reports the resources of a loop as not checked where CloudFormation accepts none', async () => {
  const { notChecked } = await check(folderWith({ 't.json': { Resources: { 'Fn::ForEach::Tasks': ['N', ['a'], { 'T${N}': TASK }] } } }), 't.json');
  expect(notChecked).toEqual([expect.objectContaining({ id: 'Fn::ForEach::Tasks', reason: expect.stringContaining('known to CloudFormation only') as unknown })]);
});

test('reports the resources of a macro as not checked', async () => {
  const include = { Name: 'AWS::Include', Parameters: { Location: 's3://bucket/services.yaml' } };
  const { notChecked } = await check(folderWith({ 't.json': { Resources: { 'Fn::Transform': include } } }), 't.json');
  expect(notChecked).toEqual([expect.objectContaining({ id: 'Fn::Transform', reason: expect.stringContaining('known to CloudFormation only') as unknown })]);
});

test('reports the result of a macro over a whole template as not checked', async () => {
  const Transform = ['AWS::LanguageExtensions', 'Company::Defaults'];
  const { found, notChecked } = await check(folderWith({ 't.json': { Transform, Resources: { Task: TASK } } }), 't.json', '--areas', 'td');
  expect(found).toEqual(['Task: td-fargate-size-pair']);
  expect(notChecked).toEqual([
    { id: 'Company::Defaults', at: { name: 't.json', kind: 'template', source: 't.json' }, reason: expect.stringContaining('known to CloudFormation only') as unknown },
  ]);
});

test('follows a SAM application in a local file, and reports one in the application repository as not checked', async () => {
  const nest = (Location: unknown, Parameters?: object) => ({ Type: 'AWS::Serverless::Application', Properties: { Location, Parameters } });
  const inner = { Parameters: { Cpu: { Type: 'String' } }, Resources: { T: { ...TASK, Properties: { ...TASK.Properties, Cpu: { Ref: 'Cpu' } } } } };
  const parent = { Resources: { Tasks: nest('inner.json', { Cpu: '300' }), Away: nest({ ApplicationId: 'arn', SemanticVersion: '1.0.0' }) } };
  const { found, notChecked } = await check(folderWith({ 't.json': parent, 'inner.json': inner }), 't.json');
  expect(found.some((finding) => finding.includes('td-fargate-size-pair'))).toBe(true);
  expect(notChecked).toContainEqual(expect.objectContaining({ id: 'Away', reason: expect.stringContaining('its template is no local file') as unknown }));
});

test('reports a nested stack whose template is elsewhere as not checked', async () => {
  const nest = { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://bucket.s3.amazonaws.com/inner.yaml' } };
  const loop = ['Name', ['A'], { 'Nest${Name}': nest }];
  const { notChecked } = await check(folderWith({ 't.json': { Transform: 'AWS::LanguageExtensions', Resources: { 'Nest': nest, 'Fn::ForEach::Nests': loop } } }), 't.json');
  expect(notChecked).toEqual([
    expect.objectContaining({ id: 'Nest', reason: expect.stringContaining('its template is no local file') as unknown }),
    expect.objectContaining({ id: 'NestA', reason: expect.stringContaining('a loop creates it') as unknown }),
  ]);
});
