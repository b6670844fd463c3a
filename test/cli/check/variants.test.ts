import { check } from '../support/checked';
import { folderWith } from '../support/files';
import { APP, byStage, FARGATE, HOLE, onlyIn, tags, task } from '../support/tags';

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
])('a finding %s names the condition, and is no error', async (_, parameter, condition, when) => {
  const { details, severities } = await tags({ 'shop.json': byStage(parameter, task([{ Name: 'app', Image: 'nginx:1' }, onlyIn(condition, { Name: 'agent', Image: 'agent:latest' })])) });
  expect(details).toEqual([expect.stringContaining(`(${when})`)]);
  expect(severities).toEqual(['warning']);
});

test('a conditional resource is checked where it exists, without an assumption', async () => {
  const { details } = await tags({ 'shop.json': byStage({ Default: 'dev' }, { ...task([APP]), Condition: 'IsProd' }) });
  expect(details).toEqual([expect.stringMatching(/^Task0: [^(]*\(nginx:latest\) [^(]*$/)]);
});

test('a finding of every value is reported without an assumption', async () => {
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
])('an empty text is described as empty (default: "%s")', async (Default, condition, when) => {
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

test('a finding by default names the default, and the condition if it has one', async () => {
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

test('a finding of a property with every value is reported once', async () => {
  const scaled = { ServiceNamespace: 'ecs', ResourceId: 'service/shop/web', MinCapacity: 2, MaxCapacity: 4 };
  const template = {
    Parameters: { Count: { Type: 'Number', Default: 3 } },
    Resources: {
      Web: { Type: 'AWS::ECS::Service', Properties: { Cluster: 'shop', ServiceName: 'web', DesiredCount: { Ref: 'Count' } } },
      Target: { Type: 'AWS::ApplicationAutoScaling::ScalableTarget', Properties: scaled },
    },
  };
  const { findings } = await check(folderWith({ 'shop.json': template }), '--areas', 'scl', 'shop.json');
  expect(findings.filter(({ id }) => id === 'scl-desired-count-reset').map(({ detail, severity }) => [detail, severity])).toEqual([
    ['desiredCount (known at deployment) is set on a service that scales', 'warning'],
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

test('of very many conditions, those beyond the limit are evaluated with their defaults', async () => {
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

test('the run reports that several values were assumed, if any were', async () => {
  expect((await tags({ 'shop.json': byStage({ Default: 'dev' }, task([APP])) })).notes).toEqual([expect.stringContaining('--parameter <name>=<value>')]);
  expect((await tags({ 'shop.json': { Resources: { Task: task([APP]) } } })).notes).toEqual([]);
});

test('a template beside one with conditions is reported as if alone, once', async () => {
  const named = { Parameters: { Name: { Type: 'String', Default: 'app' } }, Resources: { Task: task([{ Name: { Ref: 'Name' }, Image: 'nginx:latest' }]) } };
  const alone = await tags({ 'b.json': named, 'c.json': { Resources: { Plain: task([APP]) } } });
  const conditional = byStage({ Default: 'dev' }, task([{ Name: 'app', Image: 'nginx:1' }, onlyIn('IsProd', { Name: 'agent', Image: 'agent:latest' })]));
  const { details } = await tags({ 'a.json': conditional, 'b.json': named, 'c.json': { Resources: { Plain: task([APP]) } } });
  expect(alone.details).toHaveLength(2);
  expect(details).toEqual([expect.stringContaining('(when Stage is prod)'), ...alone.details]);
});
