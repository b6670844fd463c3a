import { check } from '../support/checked';
import { folderWith } from '../support/files';
import { APP_1, byStage, FARGATE, onlyIn, tags, task, WRONG } from '../support/tags';

test('findings of a condition beyond the limit are described by the defaults', async () => {
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
])('%s is described by the default', async (_, Is, Memory) => {
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

test('of two linked templates, the deciding parameter is unknown', async () => {
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

test('linked templates with the same parameter name it once', async () => {
  const stage = { Parameters: { Stage: { Type: 'String', Default: 'dev' } }, Conditions: { IsDev: isOneOf('Stage', 'dev') } };
  const { details } = await tags({
    'a.json': { ...stage, Resources: { Task: task([{ Name: 'app', Image: { 'Fn::ImportValue': 'Image' } }]) } },
    'b.json': { ...stage, Resources: {}, Outputs: { Image: { Value: { 'Fn::If': ['IsDev', 'nginx:1', 'nginx:latest'] }, Export: { Name: 'Image' } } } },
  });
  expect(details).toEqual([expect.stringContaining('(when Stage is not dev)')]);
});

test('a nested stack is described by the parameters of its parent', async () => {
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

test('a finding that holds with and without defaults is reported once, without them', async () => {
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
])('a list is joined to test whether it is empty: one %s', async (_, given, details, notChecked) => {
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

test('of several tasks that a rule starts, each is reported by itself', async () => {
  const target = (Id: string, EcsParameters: object) => ({
    Id, Arn: { 'Fn::GetAtt': ['Cluster', 'Arn'] }, RoleArn: 'role', EcsParameters: { TaskDefinitionArn: { Ref: 'Task' }, ...EcsParameters },
  });
  const cwd = folderWith({
    'jobs.json': {
      ...byStage({ Default: 'dev' }),
      Resources: {
        Cluster: { Type: 'AWS::ECS::Cluster' },
        Task: task([APP_1], { ...FARGATE, Memory: '512' }),
        Rule: { Type: 'AWS::Events::Rule', Properties: { Targets: [onlyIn('IsDev', target('first', { LaunchType: 'FARGATE' })), target('second', {})] } },
      },
    },
  });
  const { findings } = await check(cwd, '--areas', 'ops', 'jobs.json');
  expect(findings.filter(({ id }) => id === 'ops-run-task-without-compute').map(({ detail }) => detail))
    .toEqual(['launchType (none) means EC2 here, and the cluster has no instances']);
});
