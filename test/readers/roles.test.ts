import { known, Unknown } from '../../src/facts/fact';
import type { TaskFacts } from '../../src/facts/task';
import { readSubjects } from '../../src/readers/subjects';

const document = { Statement: [{ Effect: 'Allow', Action: 'ssm:GetParameters', Resource: '*' }] };

/** Permissions of a task's role, with one policy beside it. */
function actions(RoleName: unknown, Type: string, attached: Readonly<Record<string, unknown>>): unknown {
  const Resources = {
    Role: { Type: 'AWS::IAM::Role', Properties: { RoleName } },
    Other: { Type: 'AWS::IAM::Role' },
    Policy: { Type, Properties: { PolicyDocument: document, ...attached } },
    Task: { Type: 'AWS::ECS::TaskDefinition', Properties: { TaskRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
  };
  const { taskRole } = readSubjects([{ id: 'Shop', body: { Parameters: { Name: {} }, Resources } }])[0].facts as TaskFacts;
  return known(known(taskRole)!.statements).flatMap((statement) => statement.actions);
}

test('policies are attached by a reference or by the name of the role', () => {
  expect(actions(undefined, 'AWS::IAM::Policy', { Roles: [{ Ref: 'Role' }] })).toEqual(['ssm:GetParameters']);
  expect(actions('shop-web', 'AWS::IAM::Policy', { Roles: ['shop-web'] })).toEqual(['ssm:GetParameters']);
  expect(actions({ 'Fn::Sub': '${AWS::StackName}-web' }, 'AWS::IAM::ManagedPolicy', { Roles: [{ 'Fn::Sub': '${AWS::StackName}-web' }] })).toEqual(['ssm:GetParameters']);
  expect(actions({ Ref: 'Name' }, 'AWS::IAM::RolePolicy', { RoleName: { Ref: 'Name' } })).toEqual(['ssm:GetParameters']);
});

test('policies of other roles are not those of this one', () => {
  expect(actions('shop-web', 'AWS::IAM::Policy', { Roles: ['shop-api'] })).toEqual([]);
  expect(actions(undefined, 'AWS::IAM::Policy', { Roles: [{ Ref: 'Other' }] })).toEqual([]);
  expect(actions(undefined, 'AWS::IAM::RolePolicy', {})).toEqual([]);
});

test('a policy that a condition attaches may allow anything', () => {
  const either = { 'Fn::If': ['IsShared', [{ Ref: 'Role' }], [{ Ref: 'Other' }]] };
  expect(actions(undefined, 'AWS::IAM::Policy', { Roles: either })).toEqual([expect.any(Unknown)]);
  expect(actions(undefined, 'AWS::IAM::Policy', { Roles: [{ 'Fn::If': ['IsShared', { Ref: 'Role' }, { Ref: 'Other' }] }] })).toEqual([expect.any(Unknown)]);
});
