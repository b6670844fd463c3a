import type { Value } from '../../src/cloudformation/value';
import { Unknown } from '../../src/facts/fact';
import { value, valueIn } from '../readers/raw-app';

function reason(fact: unknown): string {
  return fact instanceof Unknown ? fact.reason : `known: ${JSON.stringify(fact)}`;
}

describe('a plain value', () => {
  test.each([['a', 'a'], [1, '1'], [true, 'true'], [undefined, undefined], [null, undefined]])('%p reads as the text %p', (json, text) => {
    expect(value(json).text()).toBe(text);
  });

  test.each([[1, 1], ['1.5', 1.5], [undefined, undefined]])('%p reads as the number %p', (json, number) => {
    expect(value(json).number()).toBe(number);
  });

  test.each([[true, true], ['false', false], [undefined, undefined]])('%p reads as the flag %p', (json, flag) => {
    expect(value(json).flag()).toBe(flag);
  });

  test('is unknown when it is of another form', () => {
    for (const fact of [value({ a: 1 }).text(), value('x').number(), value(' ').number(), value('maybe').flag(), value('other').word('one', 'two')]) {
      expect(reason(fact)).toBe('it is written in a form that CloudFormation does not accept');
    }
    expect(reason(value('x').items())).toBe('not a list');
    expect(reason(value('x').entries())).toBe('not an object');
  });

  test('is nothing where there is no object', () => {
    expect(value('text').get('key').text()).toBeUndefined();
    expect(value(undefined).at('a', 'b').isSet()).toBe(false);
    expect(value(undefined).items()).toEqual([]);
    expect(value(undefined).entries()).toEqual([]);
    expect(value(undefined).resource()).toBeUndefined();
    expect(reason(value('arn').resource())).toBe('it is not a resource of this app');
    expect(value(1).pieces()).toEqual([]);
  });
});

describe('a document', () => {
  const text = (json: unknown) => (value(json).document() as Value).get('a').text();

  test('is an object, or a text of JSON', () => {
    expect(text({ a: 'b' })).toBe('b');
    expect(text('{"a":"b"}')).toBe('b');
    expect(text({ 'Fn::Join': ['', ['{"a":', '"b"}']] })).toBe('b');
    expect(text({ 'Fn::ToJsonString': { a: 'b', c: { Ref: 'Missing' } } })).toBe('b');
    expect(text(undefined)).toBeUndefined();
  });

  test('is not known in any other text', () => {
    expect(reason(value('a: b').document())).toBe('a text that is not JSON');
    expect(reason(value({ Ref: 'Missing' }).document())).toBe('Missing is not in the template');
  });
});

describe('a function', () => {
  const body = {
    Parameters: { Size: { Type: 'String', Default: '1' } },
    Conditions: {
      Yes: { 'Fn::Equals': ['a', 'a'] },
      No: { 'Fn::Not': [{ Condition: 'Yes' }] },
      Both: { 'Fn::And': [{ Condition: 'Yes' }, { Condition: 'Yes' }] },
      Either: { 'Fn::Or': [{ Condition: 'Asked' }, { Condition: 'Yes' }] },
      Neither: { 'Fn::And': [{ Condition: 'Asked' }, { Condition: 'Yes' }] },
      Asked: { 'Fn::Equals': [{ Ref: 'Size' }, '1'] },
      OfResource: { 'Fn::Equals': [{ Ref: 'Cluster' }, '1'] },
      Empty: { 'Fn::Equals': [] },
      Nothing: { 'Fn::Not': [] },
      Circle: { Condition: 'Circle' },
      Strange: 'yes',
    },
    Mappings: { Sizes: { 'eu-west-1': { Cpu: 256, Zones: ['a', 'b'] } } },
    Resources: { Cluster: { Type: 'AWS::ECS::Cluster' } },
    Outputs: { Name: { Value: 'shop', Export: { Name: 'shop-name' } }, Again: { Value: { 'Fn::ImportValue': 'again' }, Export: { Name: 'again' } } },
  };
  const read = (json: unknown) => valueIn(body, json, { region: 'eu-west-1', stackName: 'Shop' });

  test.each([
    [{ Ref: 'AWS::Region' }, 'eu-west-1'],
    [{ Ref: 'AWS::NoValue' }, undefined],
    [{ 'Fn::Join': ['-', ['a', 1, { Ref: 'AWS::StackName' }]] }, 'a-1-Shop'],
    [{ 'Fn::Sub': 'in ${AWS::Region}, ${!literally}' }, 'in eu-west-1, ${literally}'],
    [{ 'Fn::Sub': ['${What} it', { What: 'name' }] }, 'name it'],
    [{ 'Fn::Select': ['1', ['a', 'b']] }, 'b'],
    [{ 'Fn::Select': [1, { 'Fn::Split': ['-', 'a-b'] }] }, 'b'],
    [{ 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'Cpu'] }, '256'],
    [{ 'Fn::Select': [1, { 'Fn::FindInMap': ['Sizes', 'eu-west-1', 'Zones'] }] }, 'b'],
    [{ 'Fn::FindInMap': ['Sizes', 'eu-west-1', 'Gone', { DefaultValue: 'c' }] }, 'c'],
    [{ 'Fn::FindInMap': ['Gone', 'eu-west-1', 'Cpu', { DefaultValue: { Ref: 'AWS::NoValue' } }] }, undefined],
    [{ 'Fn::FindInMap': ['Sizes', 'eu-west-1', 'Cpu', { DefaultValue: 'c' }] }, '256'],
    [{ Ref: { 'Fn::Join': ['::', ['AWS', 'Region']] } }, 'eu-west-1'],
    [{ 'Fn::Length': ['a', 'b'] }, '2'],
    [{ 'Fn::Length': ['a', { Ref: 'AWS::NoValue' }] }, '1'],
    [{ 'Fn::Length': { 'Fn::Split': ['-', 'a-b-c'] } }, '3'],
    [{ 'Fn::ToJsonString': { a: [{ Ref: 'AWS::Region' }, 1, null], b: { Ref: 'AWS::NoValue' }, c: { d: true } } }, '{"a":["eu-west-1",1,null],"c":{"d":true}}'],
    [{ 'Fn::ToJsonString': ['a', { Ref: 'AWS::NoValue' }] }, '["a"]'],
    [{ 'Fn::If': ['Yes', 'a', 'b'] }, 'a'],
    [{ 'Fn::If': ['No', 'a', { Ref: 'AWS::NoValue' }] }, undefined],
    [{ 'Fn::If': ['Both', 'a', 'b'] }, 'a'],
    [{ 'Fn::If': ['Either', 'a', 'b'] }, 'a'],
    [{ 'Fn::ImportValue': 'shop-name' }, 'shop'],
    [{ 'Fn::GetStackOutput': { StackName: 'Shop', OutputName: 'Name' } }, 'shop'],
    [{ 'Fn::GetStackOutput': { StackName: 'Shop', OutputName: 'Name', Region: 'eu-west-1' } }, 'shop'],
  ])('%j is evaluated', (json, text) => {
    expect(read(json).text()).toBe(text);
  });

  test.each([
    [{ Ref: 'Size' }, 'parameter Size decides it'],
    [{ Ref: 'Gone' }, 'Gone is not in the template'],
    [{ Ref: 1 }, 'a Ref to nothing'],
    [{ Ref: 'AWS::AccountId' }, 'AWS::AccountId is known when the stack is deployed'],
    [{ Ref: 'Cluster' }, 'Cluster is known when the stack is deployed'],
    [{ 'Fn::GetAtt': ['Gone', 'Arn'] }, 'Gone is not in the template'],
    [{ 'Fn::GetAtt': 'Cluster.Arn' }, 'Cluster is known when the stack is deployed'],
    [{ 'Fn::GetAtt': 1 }, 'a Fn::GetAtt of nothing'],
    [{ 'Fn::GetAtt': [{ Name: 'Cluster' }, 'Arn'] }, 'a Fn::GetAtt of nothing'],
    [{ 'Fn::GetAtt': ['Cluster', { Name: 'Arn' }] }, 'a Fn::GetAtt of nothing'],
    [{ 'Fn::GetAtt': ['Cluster', { Ref: 'Size' }] }, 'parameter Size decides it'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'Size' }]] }, 'parameter Size decides it'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'Cluster' }]] }, 'a text that is known only at deployment'],
    [{ 'Fn::Join': ['-', ['a', {}]] }, 'not a text'],
    [{ 'Fn::Join': 1 }, 'a text of another form'],
    [{ 'Fn::Sub': ['a', 1] }, 'a text of another form'],
    [{ 'Fn::Sub': '${Cluster.Arn}' }, 'a text that is known only at deployment'],
    [{ 'Fn::Select': [2, ['a']] }, 'Fn::Select is known only at deployment'],
    [{ 'Fn::Select': 1 }, 'Fn::Select is known only at deployment'],
    [{ 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }, 'Fn::GetAZs is known only at deployment'],
    [{ 'Fn::Split': ['-', { Ref: 'Size' }] }, 'parameter Size decides it'],
    [{ 'Fn::Split': ['-', { Ref: 'Cluster' }] }, 'Fn::Split is known only at deployment'],
    [{ 'Fn::Split': 1 }, 'Fn::Split is known only at deployment'],
    [{ 'Fn::FindInMap': ['Sizes', { Ref: 'Size' }, 'Cpu'] }, 'parameter Size decides it'],
    [{ 'Fn::FindInMap': ['Sizes', { Ref: 'Cluster' }, 'Cpu'] }, 'Fn::FindInMap is known only at deployment'],
    [{ 'Fn::FindInMap': ['Sizes', 'eu-west-1', 'Gone'] }, 'Fn::FindInMap is known only at deployment'],
    [{ 'Fn::FindInMap': ['Sizes', 'eu-west-1'] }, 'Fn::FindInMap is known only at deployment'],
    [{ 'Fn::FindInMap': 1 }, 'Fn::FindInMap is known only at deployment'],
    [{ 'Fn::FindInMap': ['Sizes', { Ref: 'Cluster' }, 'Cpu', { DefaultValue: 'c' }] }, 'Fn::FindInMap is known only at deployment'],
    [{ 'Fn::FindInMap': ['Sizes', 'eu-west-2', 'Cpu', 'c'] }, 'Fn::FindInMap is known only at deployment'],
    [{ Ref: { 'Fn::Sub': '${Size}' } }, 'parameter Size decides it'],
    [{ Ref: { 'Fn::Sub': 'Cluster' } }, 'Cluster is known when the stack is deployed'],
    [{ 'Fn::GetAtt': [{ 'Fn::Sub': 'Cluster' }, 'Arn'] }, 'Cluster is known when the stack is deployed'],
    [{ 'Fn::GetAtt': [{ 'Fn::Sub': '${Size}' }, 'Arn'] }, 'parameter Size decides it'],
    [{ 'Fn::Length': 'text' }, 'Fn::Length of no list'],
    [{ 'Fn::Length': { Ref: 'Size' } }, 'parameter Size decides it'],
    [{ 'Fn::ToJsonString': { a: { Ref: 'Cluster' } } }, 'Cluster is known when the stack is deployed'],
    [{ 'Fn::ToJsonString': { a: [{ Ref: 'Size' }] } }, 'parameter Size decides it'],
    [{ 'Fn::If': ['Asked', 'a', 'b'] }, 'condition Asked decides it'],
    [{ 'Fn::If': ['Neither', 'a', 'b'] }, 'condition Neither decides it'],
    [{ 'Fn::If': ['OfResource', 'a', 'b'] }, 'condition OfResource decides it'],
    [{ 'Fn::If': ['Empty', 'a', 'b'] }, 'condition Empty decides it'],
    [{ 'Fn::If': ['Nothing', 'a', 'b'] }, 'condition Nothing decides it'],
    [{ 'Fn::If': ['Circle', 'a', 'b'] }, 'condition Circle decides it'],
    [{ 'Fn::If': ['Strange', 'a', 'b'] }, 'condition Strange decides it'],
    [{ 'Fn::If': ['Gone', 'a', 'b'] }, 'condition Gone decides it'],
    [{ 'Fn::If': 1 }, 'a condition that the deployment decides'],
    [{ 'Fn::ImportValue': 'gone' }, 'gone is exported by no stack of this app'],
    [{ 'Fn::ImportValue': { Ref: 'Size' } }, 'parameter Size decides it'],
    [{ 'Fn::ImportValue': { Ref: 'Cluster' } }, 'an import whose name is known only at deployment'],
    [{ 'Fn::ImportValue': 'again' }, 'references go round in a circle'],
    [{ 'Fn::GetStackOutput': { StackName: 'Other', OutputName: 'Name' } }, 'stack Other is not in this app'],
    [{ 'Fn::GetStackOutput': { StackName: 'Shop', OutputName: 'Gone' } }, 'output Gone is not in the template'],
    [{ 'Fn::GetStackOutput': {} }, 'an output of a stack that the deployment names'],
  ])('%j is unknown: %s', (json, why) => {
    expect(reason(read(json).text())).toBe(why);
  });

  test('makes a list unknown only when it may take an item away', () => {
    expect(reason(read([{ 'Fn::If': ['Asked', 'a', { Ref: 'AWS::NoValue' }] }]).items())).toBe('condition Asked decides it');
    expect(read([{ 'Fn::If': ['Asked', 'a', 'b'] }, { Ref: 'AWS::NoValue' }, { Ref: 'Size' }]).items()).toHaveLength(2);
    expect(reason(read({ Ref: 'Size' }).items())).toBe('parameter Size decides it');
    expect(reason(read({ Ref: 'Cluster' }).items())).toBe('not a list');
    expect(reason(read({ Ref: 'Size' }).entries())).toBe('parameter Size decides it');
  });

  test('is set, whatever its value', () => {
    expect(read({ Ref: 'Size' }).isSet()).toBe(true);
    expect(read({ Ref: 'Cluster' }).isSet()).toBe(true);
    expect(reason(read({ 'Fn::If': ['Asked', 'a', { Ref: 'AWS::NoValue' }] }).isSet())).toBe('condition Asked decides it');
    const inMap = (DefaultValue: unknown) => read({ 'Fn::FindInMap': ['Sizes', { Ref: 'Size' }, 'Cpu', { DefaultValue }] }).isSet();
    expect(inMap('256')).toBe(true);
    expect(reason(inMap({ Ref: 'AWS::NoValue' }))).toBe('parameter Size decides it');
  });

  test('is in no map that a macro adds to', () => {
    const inMap = (Mappings: object) => valueIn({ Mappings }, { 'Fn::FindInMap': ['Sizes', 'a', 'Cpu', { DefaultValue: '1' }] }).text();
    expect(inMap({})).toBe('1');
    for (const Mappings of [{ 'Fn::Transform': {} }, { Sizes: { 'Fn::Transform': {} } }]) {
      expect(reason(inMap(Mappings))).toBe('Fn::FindInMap is known only at deployment');
    }
  });

  test('leaves what it hides unknown', () => {
    expect(reason(read({ Ref: 'Size' }).get('deeper').text())).toBe('parameter Size decides it');
    expect(read({ 'Fn::Base64': 'script' }).pieces()).toEqual(['script']);
    expect(read({ 'Fn::Sub': 1 }).pieces()).toEqual([new Unknown('a text of another form')]);
  });
});
