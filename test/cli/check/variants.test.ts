import { verb } from '../../../src/cli/check/verb';
import type { Report } from '../../../src/cli/report/report';
import { check } from '../support/checked';
import { folderWith } from '../support/files';
import { testTerminal } from '../support/test-terminal';

const APP = { Name: 'app', Image: 'nginx:latest' };
const HOLE = { Ref: 'AWS::NoValue' };

interface Found {
  readonly details: readonly string[];
  readonly severities: readonly string[];
  readonly notChecked: readonly string[];
  readonly notes: readonly string[];
}

/** What is found of the tags of images, which are either wrong or not. */
async function tags(templates: Readonly<Record<string, object>>, ...args: readonly string[]): Promise<Found> {
  const terminal = testTerminal({ cwd: folderWith(templates) });
  await verb.run(['--no-aws-validation', '--format', 'json', '--areas', 'dpl,td', ...args, ...Object.keys(templates)], terminal);
  const { findings, notChecked, notes } = JSON.parse(terminal.written()) as Report & { readonly notChecked: Report['gaps'] };
  const mine = findings.filter(({ id }) => ['dpl-mutable-image-tag', 'td-fargate-size-pair'].includes(id));
  return {
    details: mine.map(({ at, detail }) => `${at.name}: ${detail}`),
    severities: mine.map(({ severity }) => severity),
    notChecked: notChecked.filter(({ id }) => ['dpl-mutable-image-tag', 'td-fargate-size-pair'].includes(id)).map(({ reason }) => reason),
    notes: notes ?? [],
  };
}

function task(containers: readonly object[], properties: object = {}): object {
  return { Type: 'AWS::ECS::TaskDefinition', Properties: { ContainerDefinitions: containers, ...properties } };
}

function byStage(parameter: object, ...resources: readonly object[]): object {
  return {
    Parameters: { Stage: { Type: 'String', ...parameter } },
    Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] }, IsDev: { 'Fn::Equals': ['dev', { Ref: 'Stage' }] } },
    Resources: Object.fromEntries(resources.map((resource, at) => [`Task${at}`, resource])),
  };
}

const onlyIn = (condition: string, item: object) => ({ 'Fn::If': [condition, item, HOLE] });

test('a sidecar that a condition takes away hides nothing of the other containers', async () => {
  const { details, notChecked } = await tags({ 'shop.json': byStage({ Default: 'dev' }, task([APP, onlyIn('IsProd', { Name: 'agent', Image: 'agent:1' })])) });
  expect(details).toEqual([expect.stringMatching(/^Task0: containers\[app\]\.image \(nginx:latest\) [^(]*$/)]);
  expect(notChecked).toEqual([]);
});

test.each<[string, object, string, string]>([
  ['only with the default', { Default: 'dev' }, 'IsDev', 'when Stage is dev'],
  ['only with another value', { Default: 'dev' }, 'IsProd', 'when Stage is prod'],
  ['only with one of the values that are allowed', { AllowedValues: ['dev', 'test', 'prod'] }, 'IsProd', 'when Stage is prod'],
  ['only without a value that is asked for', { Default: 'prod' }, 'IsDev', 'when Stage is dev'],
])('what is wrong %s says so, and is no error', async (_, parameter, condition, when) => {
  const { details, severities } = await tags({ 'shop.json': byStage(parameter, task([{ Name: 'app', Image: 'nginx:1' }, onlyIn(condition, { Name: 'agent', Image: 'agent:latest' })])) });
  expect(details).toEqual([expect.stringContaining(`(${when})`)]);
  expect(severities).toEqual(['warning']);
});

test('a resource that a condition takes away is looked at where it is there, which needs no saying', async () => {
  const { details } = await tags({ 'shop.json': byStage({ Default: 'dev' }, { ...task([APP]), Condition: 'IsProd' }) });
  expect(details).toEqual([expect.stringMatching(/^Task0: [^(]*\(nginx:latest\) [^(]*$/)]);
});

test('what is wrong whichever value is given needs no saying', async () => {
  const app = (tag: string) => ({ Name: 'app', Image: `nginx:${tag}` });
  const either = { 'Fn::If': ['IsProd', app('latest'), app('latest')] };
  expect((await tags({ 'shop.json': byStage({ Default: 'dev' }, task([either])) })).details).toEqual([expect.not.stringContaining('when Stage')]);
});

test('values that no condition names are tried as one', async () => {
  const neither = { 'Fn::If': ['IsProd', HOLE, onlyIn('IsDev', { Name: 'never', Image: 'nginx:1' })] };
  const other = { 'Fn::If': ['IsProd', HOLE, { 'Fn::If': ['IsDev', HOLE, { Name: 'other', Image: 'nginx:latest' }] }] };
  const { details } = await tags({ 'shop.json': byStage({ Default: 'dev' }, task([neither, other])) });
  expect(details).toEqual([expect.stringContaining('(when Stage is none of prod, dev)')]);
});

test.each<[string, string, string]>([
  ['', 'HasKey', 'when Key is not empty'],
  ['alias/shop', 'HasNoKey', 'when Key is empty'],
])('an empty text is told as one (default: "%s")', async (Default, condition, when) => {
  const isEmpty = { 'Fn::Equals': [{ Ref: 'Key' }, ''] };
  const { details } = await tags({
    'shop.json': {
      Parameters: { Key: { Type: 'String', Default } },
      Conditions: { HasKey: { 'Fn::Not': [isEmpty] }, HasNoKey: isEmpty },
      Resources: { Task: task([{ Name: 'app', Image: 'nginx:1' }, onlyIn(condition, { Name: 'agent', Image: 'agent:latest' })]) },
    },
  });
  expect(details).toEqual([expect.stringContaining(`(${when})`)]);
});

const FARGATE = { Cpu: '256', NetworkMode: 'awsvpc', RequiresCompatibilities: ['FARGATE'] };

test('a value that is wrong by default says so, with the condition if it takes one', async () => {
  const memory = (Memory: object) => task([{ Name: 'app', Image: 'nginx:1' }], { ...FARGATE, Memory });
  const template = byStage({ Default: 'dev' }, memory({ Ref: 'Memory' }), memory({ 'Fn::If': ['IsProd', { Ref: 'Memory' }, '512'] }));
  const withMemory = { ...template, Parameters: { Stage: { Type: 'String', Default: 'dev' }, Memory: { Type: 'Number', Default: 300 } } };
  const { details, severities } = await tags({ 'shop.json': withMemory });
  expect(details).toEqual([
    expect.stringMatching(/^Task0: .* \(with the defaults of parameters\)$/), expect.stringMatching(/^Task1: .* \(when Stage is prod, with the defaults of parameters\)$/),
  ]);
  expect(severities).toEqual(['warning', 'warning']);
  const given = await tags({ 'shop.json': withMemory }, '--parameter', 'Memory=300', '--parameter', 'Stage=prod');
  expect(given.details).toEqual([expect.stringMatching(/^Task0: .*[^)]$/), expect.stringMatching(/^Task1: .*[^)]$/)]);
  expect(given.severities).toEqual(['error', 'error']);
});

test('what is wrong with a property whatever it is given is told once', async () => {
  const scaled = { ServiceNamespace: 'ecs', ResourceId: 'service/shop/web', MinCapacity: 2, MaxCapacity: 4 };
  const folder = folderWith({
    'shop.json': {
      Parameters: { Count: { Type: 'Number', Default: 3 } },
      Resources: {
        Web: { Type: 'AWS::ECS::Service', Properties: { Cluster: 'shop', ServiceName: 'web', DesiredCount: { Ref: 'Count' } } },
        Target: { Type: 'AWS::ApplicationAutoScaling::ScalableTarget', Properties: scaled },
      },
    },
  });
  const terminal = testTerminal({ cwd: folder });
  await verb.run(['--no-aws-validation', '--format', 'json', '--areas', 'scl', 'shop.json'], terminal);
  const { findings } = JSON.parse(terminal.written()) as Report;
  expect(findings.filter(({ id }) => id === 'scl-desired-count-reset').map(({ detail, severity }) => [detail, severity])).toEqual([
    ['desiredCount (known at deployment) is set on a service that scales', 'error'],
  ]);
});

test('each template has its own values, and one decides for the other', async () => {
  const wrong = (condition: string) => task([{ Name: 'app', Image: 'nginx:1' }, onlyIn(condition, { Name: 'agent', Image: 'agent:latest' })]);
  const image = { Outputs: { Image: { Value: { 'Fn::If': ['IsProd', 'nginx:latest', 'nginx:1'] }, Export: { Name: 'Image' } } } };
  const { details } = await tags({
    'a.json': byStage({ Default: 'dev' }, wrong('IsProd')),
    'b.json': { ...byStage({ AllowedValues: ['dev', 'prod'] }, wrong('IsDev')), ...image },
    'c.json': { Resources: { Importing: task([{ Name: 'app', Image: { 'Fn::ImportValue': 'Image' } }]) } },
  });
  expect(details).toEqual([
    expect.stringMatching(/^Task0: .*\(when Stage is prod\)$/), expect.stringMatching(/^Task0: .*\(when Stage is dev\)$/), expect.stringMatching(/^Importing: .*\(for some values of the parameters of other templates\)$/),
  ]);
});

test('AWS China and GovCloud are tried where a condition asks for them', async () => {
  const { details } = await tags({
    'shop.json': {
      Conditions: { IsGovCloud: { 'Fn::Equals': [{ Ref: 'AWS::Partition' }, 'aws-us-gov'] } },
      Resources: { Task: task([{ Name: 'app', Image: { 'Fn::If': ['IsGovCloud', 'nginx:latest', 'nginx:1'] } }]) },
    },
  });
  expect(details).toEqual([expect.stringContaining('(when AWS::Partition is aws-us-gov)')]);
});

test('of very many conditions, those beyond are looked at as their defaults have them', async () => {
  const names = Array.from({ length: 20 }, (_, at) => `P${at}`);
  const agent = (name: string, tag: string) => onlyIn(`Has${name}`, { Name: name, Image: `agent:${tag}` });
  const { details, notChecked } = await tags({
    'shop.json': {
      Parameters: Object.fromEntries(names.map((name) => [name, { Type: 'String', Default: '' }])),
      Conditions: Object.fromEntries(names.map((name) => [`Has${name}`, { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: name }, ''] }] }])),
      Resources: { Task: task([{ Name: 'app', Image: 'nginx:1' }, ...names.map((name) => agent(name, 'latest'))]) },
    },
  });
  expect(details).toHaveLength(7);
  expect(notChecked).toEqual([]);
});

const WRONG = { Name: 'agent', Image: 'agent:latest' };
const APP_1 = { Name: 'app', Image: 'nginx:1' };

test('what depends on a condition beyond is told as what the defaults decide', async () => {
  const names = Array.from({ length: 20 }, (_, at) => `P${at}`);
  const { details, severities } = await tags({
    'shop.json': {
      Parameters: Object.fromEntries(names.map((name) => [name, { Type: 'String', Default: '' }])),
      Conditions: Object.fromEntries(names.map((name) => [`Has${name}`, { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: name }, ''] }] }])),
      Resources: { Task: task([APP_1], { ...FARGATE, Memory: { 'Fn::If': ['HasP19', '512', '300'] } }) },
    },
  });
  expect(details).toEqual([expect.stringContaining('(with the defaults of parameters)')]);
  expect(severities).toEqual(['warning']);
});

const MAPS = { Stages: { dev: { Memory: '300' }, prod: { Memory: '300' }, test: { Memory: '512' }, beta: { Memory: '512' } } };

test.each<[string, object, object]>([
  ['two parameters that are held against each other', { 'Fn::Equals': [{ Ref: 'Stage' }, { Ref: 'Other' }] }, { 'Fn::If': ['Is', '300', '512'] }],
  ['what a function makes of a parameter', { 'Fn::Equals': [{ 'Fn::Join': ['', [{ Ref: 'Stage' }]] }, 'dev'] }, { 'Fn::If': ['Is', '300', '512'] }],
  ['a map of which not all is tried', { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] }, { 'Fn::FindInMap': ['Stages', { Ref: 'Stage' }, 'Memory'] }],
])('%s is told as the default decides it', async (_, Is, Memory) => {
  const { details, severities } = await tags({
    'shop.json': {
      Parameters: { Stage: { Type: 'String', Default: 'dev', AllowedValues: ['test', 'beta', 'dev', 'prod'] }, Other: { Type: 'String', Default: 'dev' } },
      Mappings: MAPS,
      Conditions: { Is },
      Resources: { Task: task([APP_1], { ...FARGATE, Memory }) },
    },
  });
  expect(details).toEqual([expect.stringMatching(/\((when Stage is prod|with the defaults of parameters)\)$/)]);
  expect(severities).toEqual(['warning']);
});

test('what a function makes of a parameter may be anything, whatever the parameter is not', async () => {
  const { details, notChecked } = await tags({
    'shop.json': {
      Parameters: { Stage: { Type: 'String' } },
      Mappings: { Stages: { dev: { Small: 'yes' }, prod: { Small: 'no' } } },
      Conditions: {
        IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
        IsYes: { 'Fn::Equals': [{ Ref: 'Stage' }, 'yes'] },
        IsSmall: { 'Fn::Equals': [{ 'Fn::FindInMap': ['Stages', { Ref: 'Stage' }, 'Small'] }, 'yes'] },
      },
      Resources: { Task: task([{ 'Fn::If': ['IsProd', APP_1, { 'Fn::If': ['IsYes', APP_1, { 'Fn::If': ['IsSmall', APP_1, WRONG] }] }] }]) },
    },
  });
  expect({ details, notChecked }).toEqual({ details: [], notChecked: [] });
});

const isOneOf = (name: string, value: string) => ({ 'Fn::Equals': [{ Ref: name }, value] });

test('of two templates that exchange something, nobody knows whose parameter it is', async () => {
  const { details } = await tags({
    'a.json': {
      Parameters: { Colour: { Type: 'String', Default: 'red' } },
      Conditions: { IsRed: isOneOf('Colour', 'red') },
      Resources: { Task: task([{ Name: 'app', Image: { 'Fn::ImportValue': 'Image' } }]) },
    },
    'b.json': {
      Parameters: { Stage: { Type: 'String', Default: 'dev' } },
      Conditions: { IsDev: isOneOf('Stage', 'dev') },
      Resources: {},
      Outputs: { Image: { Value: { 'Fn::If': ['IsDev', 'nginx:1', 'nginx:latest'] }, Export: { Name: 'Image' } } },
    },
  });
  expect(details).toEqual([expect.stringContaining('(when Colour is not red or for some values of the parameters of other templates)')]);
});

test('templates that exchange something and have the same parameter say it once', async () => {
  const stage = { Parameters: { Stage: { Type: 'String', Default: 'dev' } }, Conditions: { IsDev: isOneOf('Stage', 'dev') } };
  const { details } = await tags({
    'a.json': { ...stage, Resources: { Task: task([{ Name: 'app', Image: { 'Fn::ImportValue': 'Image' } }]) } },
    'b.json': { ...stage, Resources: {}, Outputs: { Image: { Value: { 'Fn::If': ['IsDev', 'nginx:1', 'nginx:latest'] }, Export: { Name: 'Image' } } } },
  });
  expect(details).toEqual([expect.stringContaining('(when Stage is not dev)')]);
});

test('a nested stack is told with the parameters of the stack that it is in', async () => {
  const { details } = await tags({
    'app.json': {
      Parameters: { Stage: { Type: 'String', Default: 'dev' } },
      Conditions: { IsDev: isOneOf('Stage', 'dev'), IsChina: isOneOf('AWS::Partition', 'aws-cn') },
      Resources: {
        Nest: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: { TemplateURL: 'nest.json', Parameters: { Tag: { 'Fn::If': ['IsDev', 'latest', '1'] } } },
        },
      },
    },
    'nest.json': {
      Parameters: { Tag: { Type: 'String' } },
      Conditions: { IsChina: isOneOf('AWS::Partition', 'aws-cn') },
      Resources: {
        Tagged: task([{ Name: 'app', Image: { 'Fn::Sub': 'nginx:${Tag}' } }]),
        Placed: task([{ 'Fn::If': ['IsChina', WRONG, APP_1] }]),
      },
    },
  }, 'app.json');
  expect(details).toEqual(expect.arrayContaining([
    expect.stringMatching(/^Tagged: .*\(when Stage is dev\)$/), expect.stringMatching(/^Placed: .*\(when AWS::Partition is aws-cn\)$/),
  ]));
});

test('what is known of more with the defaults is told once, in the words that need none', async () => {
  const targets = { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: { Port: 80, Protocol: 'HTTP', TargetType: 'ip' } };
  const balanced = (name: object | string) => ({
    Type: 'AWS::ECS::Service',
    Properties: { TaskDefinition: { Ref: 'Task' }, LoadBalancers: [{ ContainerName: name, ContainerPort: 80, TargetGroupArn: { Ref: 'Targets' } }] },
  });
  const cwd = folderWith({
    'shop.json': {
      Parameters: { Name: { Type: 'String', Default: 'web' } },
      Resources: { Task: task([{ Name: { Ref: 'Name' }, Image: 'nginx:1', PortMappings: [{ ContainerPort: 80 }] }]), Targets: targets, Service: balanced({ Ref: 'Name' }) },
    },
  });
  const { findings } = await check(cwd, '--areas', 'net', 'shop.json');
  expect(findings.filter(({ id }) => id === 'net-deregistration-delay-default').map(({ detail }) => detail)).toEqual(['deregistrationDelay (not set) of the target group of 80 is 300 s']);
});

const SUBNETS = { 'Fn::Not': [{ 'Fn::Equals': [{ 'Fn::Join': ['', { Ref: 'Subnets' }] }, ''] }] };

test.each<[string, readonly string[], readonly string[], readonly string[]]>([
  ['that somebody has to give', [], [], ['condition HasSubnets decides it']],
  ['that is given', ['--parameter', 'Subnets=a,b'], [expect.stringMatching(/has a tag that moves$/)], []],
])('a list is put together to ask whether it is empty: one %s', async (_, given, details, notChecked) => {
  const template = {
    Parameters: { Subnets: { Type: 'List<AWS::EC2::Subnet::Id>', Default: '' } },
    Conditions: { HasSubnets: SUBNETS },
    Resources: { Task: task([{ Name: 'app', Image: { 'Fn::If': ['HasSubnets', 'nginx:latest', 'nginx:1'] } }]) },
  };
  expect(await tags({ 'shop.json': template }, ...given)).toMatchObject({ details, notChecked });
});

test('a list that is empty by default has no items', async () => {
  const template = {
    Parameters: { Subnets: { Type: 'CommaDelimitedList', Default: '' } },
    Conditions: { HasSubnets: SUBNETS },
    Resources: {
      Task: task([{ Name: 'app', Image: { 'Fn::If': ['HasSubnets', 'nginx:1', 'nginx:latest'] } }]),
      Service: { Type: 'AWS::ECS::Service', Properties: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: { Ref: 'Subnets' } } } } },
    },
  };
  expect((await tags({ 'shop.json': template })).details).toEqual([expect.stringContaining('(with the defaults of parameters)')]);
  expect((await check(folderWith({ 'shop.json': template }), 'shop.json')).found).not.toContain('Service: net-single-az');
});

test('the run says that values were tried, where there were any', async () => {
  expect((await tags({ 'shop.json': byStage({ Default: 'dev' }, task([APP])) })).notes).toEqual([expect.stringContaining('--parameter <name>=<value>')]);
  expect((await tags({ 'shop.json': { Resources: { Task: task([APP]) } } })).notes).toEqual([]);
});
