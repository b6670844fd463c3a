import type { TemplateSource } from '../../src/cloudformation/template';
import { Unknown, type Fact } from '../../src/facts/fact';
import type { TargetGroupFacts } from '../../src/facts/target-group';
import { readSubjects } from '../../src/readers/subjects';

const Group = { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: { TargetType: 'ip' } };
const Listener = {
  Type: 'AWS::ElasticLoadBalancingV2::Listener',
  Condition: 'IsPublic',
  Properties: { DefaultActions: [{ Type: 'forward', TargetGroupArn: { Ref: 'Group' } }] },
};
const body = {
  Parameters: { Scheme: { Type: 'String', Default: 'public' } },
  Conditions: { IsPublic: { 'Fn::Equals': [{ Ref: 'Scheme' }, 'public'] } },
  Resources: { Group, Listener },
};

function onListener(...sources: readonly TemplateSource[]): Fact<boolean> {
  const group = readSubjects(sources).find(({ kind }) => kind === 'targetGroup');
  return (group?.facts as TargetGroupFacts).onListener;
}

test('what a condition takes away is not there', () => {
  const kinds = readSubjects([{ id: 'Shop', body, parameters: new Map([['Scheme', 'internal']]) }]).map(({ kind }) => kind);
  expect(kinds).toEqual(['targetGroup']);
  expect(onListener({ id: 'Shop', body, parameters: new Map([['Scheme', 'internal']]) })).toBe(false);
  expect(onListener({ id: 'Shop', body, parameters: new Map([['Scheme', 'public']]) })).toBe(true);
});

test('a conditional resource is checked', () => {
  expect(readSubjects([{ id: 'Shop', body }]).map(({ kind }) => kind)).toEqual(['targetGroup', 'listener']);
});

test('a nested stack gets the parameters of its conditions, whichever template is read first', () => {
  const nested: TemplateSource = { id: 'Nested', body, nestedIn: { template: 'Shop', logicalId: 'Nest' } };
  const parent = (scheme: unknown): TemplateSource => ({
    id: 'Shop', body: { Resources: { Nest: { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { Scheme: scheme } } } } },
  });
  expect(onListener(nested, parent('internal'))).toBe(false);
  expect(onListener(parent('internal'), nested)).toBe(false);
  expect(onListener(nested, parent(undefined))).toBe(true);
});

test('what decides a condition may come from another stack of the app', () => {
  const nested: TemplateSource = { id: 'Nested', body, nestedIn: { template: 'Shop', logicalId: 'Nest' } };
  const Scheme = { 'Fn::ImportValue': 'Scheme' };
  const parent: TemplateSource = {
    id: 'Shop', body: { Resources: { Nest: { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { Scheme } } } } },
  };
  const platform: TemplateSource = { id: 'Platform', body: { Outputs: { Scheme: { Value: 'internal', Export: { Name: 'Scheme' } } } } };
  expect(readSubjects([nested, parent, platform]).map(({ kind }) => kind)).toEqual(['targetGroup']);
});

test('a condition in an action decides whether the listener forwards', () => {
  const DefaultActions = [{ 'Fn::If': ['IsPublic', { Type: 'forward', TargetGroupArn: { Ref: 'Group' } }, { Type: 'redirect' }] }];
  const chosen = { ...body, Resources: { Group, Listener: { Type: Listener.Type, Properties: { DefaultActions } } } };
  expect(onListener({ id: 'Shop', body: chosen })).toBeInstanceOf(Unknown);
  expect(onListener({ id: 'Shop', body: chosen, parameters: new Map([['Scheme', 'public']]) })).toBe(true);
});
