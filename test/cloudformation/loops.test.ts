import { App } from '../../src/cloudformation/app';
import type { Template, TemplateSource } from '../../src/cloudformation/template';

const Transform = 'AWS::LanguageExtensions';
const Topic = { Type: 'AWS::SNS::Topic' };

type Body = Readonly<Record<string, unknown>>;

function templateOf(body: Body, source: Partial<TemplateSource> = {}): Template {
  const [template] = new App([{ id: 'shop', body: { Transform, ...body }, ...source }]).allTemplates();
  return template;
}

/** Content of a section after the expansion. */
function sectionOf(name: string, section: unknown, body: Body = {}, source: Partial<TemplateSource> = {}): Body {
  return (templateOf({ ...body, [name]: section }, source).source.body as Readonly<Record<string, Body>>)[name];
}

function resourcesOf(Resources: unknown, body: Body = {}, source: Partial<TemplateSource> = {}): Body {
  return sectionOf('Resources', Resources, body, source);
}

const topics = (collection: unknown, key = 'Topic${Name}', identifier: unknown = 'Name') => ({ 'Fn::ForEach::Topics': [identifier, collection, { [key]: Topic }] });

describe('a loop', () => {
  test('makes each entry for each item, in the place of the loop', () => {
    const loop = ['Name', ['A', 'B'], { 'Topic${Name}': Topic, 'Queue${Name}': { Type: 'AWS::SQS::Queue', DependsOn: 'Topic${Name}' } }];
    const made = resourcesOf({ 'First': Topic, 'Fn::ForEach::Both': loop, 'Last': Topic });
    expect(Object.keys(made)).toEqual(['First', 'TopicA', 'QueueA', 'TopicB', 'QueueB', 'Last']);
    expect(made.QueueB).toEqual({ Type: 'AWS::SQS::Queue', DependsOn: 'TopicB' });
  });

  test('replaces its identifier in keys, texts and references, and leaves everything else', () => {
    const Properties = {
      'Plain': { Ref: 'Name' },
      'Text': { 'Fn::Sub': '${Name}-${Stage}-${!Name}-${Group${Name}.Arn}' },
      'Letters': '&{Name}, ${Name}',
      'Of${Name}': [{ 'Fn::GetAtt': ['Group&{Name}', 'Arn'] }, 1, null, true],
    };
    expect(resourcesOf({ 'Fn::ForEach::Topics': ['Name', ['a-1'], { 'Topic&{Name}': { ...Topic, Properties } }] }).Topica1).toEqual({
      ...Topic,
      Properties: {
        'Plain': 'a-1',
        'Text': { 'Fn::Sub': 'a-1-${Stage}-${!Name}-${Groupa-1.Arn}' },
        'Letters': 'a1, a-1',
        'Ofa-1': [{ 'Fn::GetAtt': ['Groupa1', 'Arn'] }, 1, null, true],
      },
    });
  });

  test('may be in another, whose identifier decides its collection', () => {
    const Mappings = { Stages: { Dev: { Names: ['A'] }, Prod: { Names: ['A', 'B'] } } };
    const inner = ['Name', { 'Fn::FindInMap': ['Stages', { Ref: 'Stage' }, 'Names'] }, { '${Stage}${Name}': { ...Topic, Properties: { TopicName: { Ref: 'Name' } } } }];
    const made = resourcesOf({ 'Fn::ForEach::Stages': ['Stage', ['Dev', 'Prod'], { 'All${Stage}': Topic, 'Fn::ForEach::Names': inner }] }, { Mappings });
    expect(Object.keys(made)).toEqual(['AllDev', 'DevA', 'AllProd', 'ProdA', 'ProdB']);
    expect(made.ProdB).toMatchObject({ Properties: { TopicName: 'B' } });
  });

  test('makes properties, conditions and outputs, too', () => {
    const Resources = { Topic: { ...Topic, Properties: { 'Fn::ForEach::Both': ['Key', ['DisplayName', 'TopicName'], { '${Key}': { Ref: 'Key' } }], 'FifoTopic': true } } };
    expect(resourcesOf(Resources).Topic).toEqual({ ...Topic, Properties: { DisplayName: 'DisplayName', TopicName: 'TopicName', FifoTopic: true } });
    const condition = ['Stage', ['dev', 'prod'], { 'Is${Stage}': { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } }];
    expect(sectionOf('Conditions', { 'Fn::ForEach::Stages': condition })).toEqual({ Isdev: { 'Fn::Equals': ['dev', 'prod'] }, Isprod: { 'Fn::Equals': ['prod', 'prod'] } });
    const output = ['Name', ['A', 'B'], { 'Arn${Name}': { Value: { Ref: { 'Fn::Sub': 'Topic${Name}' } }, Export: { Name: 'topic-${Name}' } } }];
    expect(sectionOf('Outputs', { 'Fn::ForEach::Arns': output })).toMatchObject({ ArnB: { Value: { Ref: { 'Fn::Sub': 'TopicB' } }, Export: { Name: 'topic-B' } } });
  });

  test('makes each resource on a condition of its own', () => {
    const Mappings = { Conditions: { Topic: { A: 'IsProd', B: 'IsDev' } } };
    const Conditions = { IsProd: { 'Fn::Equals': ['a', 'a'] }, IsDev: { 'Fn::Equals': ['a', 'b'] } };
    const Condition = { 'Fn::FindInMap': ['Conditions', 'Topic', { Ref: 'Name' }, { DefaultValue: { Ref: 'AWS::NoValue' } }] };
    const Resources = {
      'Fn::ForEach::Topics': ['Name', ['A', 'B', 'C'], { 'Topic${Name}': { ...Topic, Condition } }],
      'Asked': { ...Topic, Condition: { Ref: 'Asked' } },
    };
    const { resources } = templateOf({ Parameters: { Asked: { Type: 'String' } }, Mappings, Conditions, Resources });
    expect([...resources].map(([id, { condition }]) => [id, condition])).toEqual([['TopicA', 'IsProd'], ['TopicC', undefined], ['Asked', undefined]]);
  });

  test('makes nothing of no items', () => {
    expect(resourcesOf({ First: Topic, ...topics([]) })).toEqual({ First: Topic });
  });

  test('is reported for each resource that it creates', () => {
    const { source: { loopOf } } = templateOf({ Resources: { First: Topic, ...topics(['A', 'B']) }, Outputs: { 'Fn::ForEach::O': ['X', ['First'], { '${X}': { Value: 'x' } }] } });
    expect([...loopOf!]).toEqual([['TopicA', 'Fn::ForEach::Topics'], ['TopicB', 'Fn::ForEach::Topics']]);
  });
});

describe('a collection', () => {
  const Parameters = { Names: { Type: 'CommaDelimitedList', Default: 'A,B' }, One: { Type: 'String' } };
  const Mappings = { Names: { 'eu-west-1': { Of: ['A', 'B'] } } };
  const parameters = new Map([['Names', 'A, B'], ['One', 'B']]);
  const read = (collection: unknown) => resourcesOf(topics(collection), { Parameters, Mappings }, { parameters, region: 'eu-west-1' });

  test.each<readonly [unknown]>([
    [['A', 'B']],
    [['A', { Ref: 'One' }]],
    [{ Ref: 'Names' }],
    [{ 'Fn::FindInMap': ['Names', { Ref: 'AWS::Region' }, 'Of'] }],
    [{ 'Fn::Split': ['-', 'A-B'] }],
  ])('%j is of A and B', (collection) => {
    expect(Object.keys(read(collection))).toEqual(['TopicA', 'TopicB']);
  });

  test('is of texts', () => {
    expect(Object.keys(read([1, true]))).toEqual(['Topic1', 'Topictrue']);
  });

  test.each<readonly [string, unknown]>([
    ['a default that a stack may have changed', { Ref: 'Names' }],
    ['a parameter without a value', ['A', { Ref: 'One' }]],
    ['an attribute', { 'Fn::GetAtt': ['First', 'Arn'] }],
    ['a resource', [{ Ref: 'First' }]],
    ['an object', [{ a: 'b' }]],
    ['nothing', ['A', '']],
    ['a text', 'A'],
    ['no value', { Ref: 'AWS::NoValue' }],
  ])('of %s leaves the loop one', (_, collection) => {
    const Resources = { First: Topic, ...topics(collection) };
    expect(resourcesOf(Resources, { Parameters })).toBe(Resources);
  });

  test.each<readonly [string, unknown, readonly string[]]>([
    ['given', 'C, D', ['TopicC', 'TopicD']],
    ['given by a function', { 'Fn::Join': [',', ['C', 'D']] }, ['TopicC', 'TopicD']],
    ['given by a parameter that decides it', { Ref: 'Names' }, []],
    ['given by nobody', undefined, ['TopicA', 'TopicB']],
  ])('may be what a nested stack is %s', (_, given, made) => {
    const Nest = { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { Names: given } } };
    const [template] = new App([
      { id: 'nested', body: { Transform, Parameters, Resources: topics({ Ref: 'Names' }) }, nestedIn: { template: 'parent', logicalId: 'Nest' } },
      { id: 'parent', body: { Parameters, Resources: { Nest } } },
    ]).allTemplates();
    expect([...template.resources.keys()]).toEqual(made);
  });

  test('may be what another stack exports, which a loop made of it does not undo', () => {
    const [, template] = new App([
      { id: 'names', body: { Transform, Outputs: { 'Fn::ForEach::Names': ['X', ['A'], { '${X}': { Value: '${X}-B', Export: { Name: 'names-${X}' } } }] } } },
      { id: 'topics', body: { Transform, Resources: { First: { ...Topic, Properties: { TopicName: { 'Fn::ImportValue': 'names-A' } } }, ...topics(['A']) } } },
    ]).allTemplates();
    expect([...template.resources.keys()]).toEqual(['First', 'TopicA']);
    expect(template.resources.get('First')!.properties.get('TopicName').text()).toBe('A-B');
  });
});

describe('a loop that CloudFormation refuses stays one', () => {
  const known = { Parameters: { Known: { Type: 'String' } } };
  test.each<readonly [string, Body]>([
    ['no list', { 'Fn::ForEach::X': 'X' }],
    ['two parts', { 'Fn::ForEach::X': ['X', ['A']] }],
    ['four parts', { 'Fn::ForEach::X': ['X', ['A'], {}, {}] }],
    ['no entries', { 'Fn::ForEach::X': ['X', ['A'], 'Topic${X}'] }],
    ['a list of entries', { 'Fn::ForEach::X': ['X', ['A'], [{ 'Topic${X}': Topic }]] }],
    ['an identifier that is no text', topics(['A'], 'Topic${Name}', { Ref: 'Known' })],
    ['an identifier that is no name', topics(['A'], 'Topic${a b}', 'a b')],
    ['the identifier of a parameter', topics(['A'], 'Topic${Known}', 'Known')],
    ['the identifier of a resource', { First: Topic, ...topics(['A'], 'Topic${First}', 'First') }],
    ['the name of a parameter', { 'Fn::ForEach::Known': ['X', ['A'], { 'Topic${X}': Topic }] }],
    ['the name of a resource', { 'First': Topic, 'Fn::ForEach::First': ['X', ['A'], { 'Topic${X}': Topic }] }],
    ['no name', { 'Fn::ForEach': ['X', ['A'], { 'Topic${X}': Topic }] }],
    ['the identifier of the loop around it', { 'Fn::ForEach::X': ['Name', ['A'], topics(['B'])] }],
    ['a key twice', topics(['A', 'A'])],
    ['a key without its identifier', topics(['A', 'B'], 'Topic')],
    ['the key of another resource', { TopicA: Topic, ...topics(['A']) }],
    ['a key that is no logical id', topics(['a-b'])],
    ['a key with another identifier', topics(['A'], 'Topic${Name}${Other}')],
    ['a loop in it that is none', { 'Fn::ForEach::X': ['X', ['A'], { 'Topic${X}': Topic, 'Fn::ForEach::Y': ['Y'] }] }],
  ])('with %s', (_, Resources) => {
    expect(resourcesOf(Resources, known)).toBe(Resources);
  });

  test('without the transform', () => {
    for (const other of [undefined, 'AWS::Serverless-2016-10-31', ['AWS::Serverless-2016-10-31'], 1, [null]]) {
      const Resources = topics(['A']);
      expect(resourcesOf(Resources, { Transform: other })).toBe(Resources);
    }
    for (const other of [{ Name: Transform }, ['AWS::Serverless-2016-10-31', Transform]]) {
      expect(resourcesOf(topics(['A']), { Transform: other })).toEqual({ TopicA: Topic });
    }
  });

  test('with more than a template can hold', () => {
    const ten = [...'ABCDEFGHIJ'];
    const nested = (depth: number, key: string): Body => (
      depth === 0 ? { [key]: Topic } : { [`Fn::ForEach::L${depth}`]: [`N${depth}`, ten, nested(depth - 1, `${key}\${N${depth}}`)] });
    expect(Object.keys(resourcesOf(nested(3, 'T')))).toHaveLength(1000);
    const Resources = nested(8, 'T');
    expect(resourcesOf(Resources)).toBe(Resources);
  });
});

test('properties with a loop that stays one are not known to lack anything', () => {
  const Parameters = { Keys: { Type: 'CommaDelimitedList' } };
  const loop = ['Key', { Ref: 'Keys' }, { '${Key}': 'a' }];
  const { resources } = templateOf({ Parameters, Resources: { Topic: { ...Topic, Properties: { 'Fn::ForEach::All': loop, 'FifoTopic': true, 'Tags': [{ Key: 'a' }] } } } });
  const { properties } = resources.get('Topic')!;
  for (const fact of [properties.get('DisplayName').text(), properties.get('Tags').items(), properties.entries()]) {
    expect(fact).toMatchObject({ reason: 'Fn::ForEach is known only at deployment' });
  }
});

test('a template without loops is unchanged', () => {
  const body = { Transform, Resources: { Topic: { ...Topic, Properties: { Tags: [{ Key: 'a', Value: { Ref: 'AWS::Region' } }] } } }, Outputs: {} };
  const source = { id: 'shop', body };
  const [template] = new App([source]).allTemplates();
  expect(template.source).toBe(source);
});

test('what goes round in a circle, as anchors of YAML may, ends', () => {
  const around: Record<string, unknown> = { Name: 'a' };
  around.Again = around;
  expect(Object.keys(resourcesOf({ Topic: { ...Topic, Properties: around }, ...topics(['A']) }))).toEqual(['Topic', 'TopicA']);
  around.Twice = [around, around];
  expect(Object.keys(resourcesOf({ Topic: { ...Topic, Properties: around }, ...topics(['A']) }))).toEqual(['Topic', 'Fn::ForEach::Topics']);
});
