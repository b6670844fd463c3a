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

describe('task definitions of a template with one role', () => {
  type Roles = Readonly<Record<string, readonly [task: string, execution?: string, condition?: string]>>;

  /** Number of the other task definitions with the role of each, or that it is described elsewhere. */
  function sharing(roles: Roles, use: 'taskRole' | 'executionRole' = 'taskRole'): readonly unknown[] {
    const arnOf = (name?: string) => name && { 'Fn::GetAtt': [name, 'Arn'] };
    const tasks = Object.entries(roles).map(([id, [task, execution, Condition]]) => (
      [id, { Type: 'AWS::ECS::TaskDefinition', Condition, Properties: { TaskRoleArn: arnOf(task), ExecutionRoleArn: arnOf(execution) } }] as const));
    const Resources = { A: { Type: 'AWS::IAM::Role' }, B: { Type: 'AWS::IAM::Role' }, ...Object.fromEntries(tasks) };
    return readSubjects([{ id: 'Shop', body: { Resources } }]).map(({ facts }) => {
      const role = known((facts as TaskFacts)[use]);
      return role?.isDescribedElsewhere ? 'elsewhere' : role?.otherTasks;
    });
  }

  test('have its findings at the first', () => {
    expect(sharing({ Web: ['A'], Worker: ['A'], Job: ['A'] })).toEqual([2, 'elsewhere', 'elsewhere']);
    expect(sharing({ Web: ['A'], Worker: ['B'] })).toEqual([undefined, undefined]);
    expect(sharing({ Web: ['A', 'B'], Worker: ['B', 'B'], Job: ['A', 'B'] }, 'executionRole')).toEqual([1, undefined, 'elsewhere']);
  });

  test('keep a role that is both apart from one that is not', () => {
    expect(sharing({ Web: ['A', 'A'], Worker: ['A', 'B'], Job: ['A', 'A'] })).toEqual([1, undefined, 'elsewhere']);
  });

  test('pass by those that a condition may leave out', () => {
    expect(sharing({ Web: ['A', undefined, 'IsWeb'], Worker: ['A'], Job: ['A'] })).toEqual(['elsewhere', 1, 'elsewhere']);
    expect(sharing({ Web: ['A', undefined, 'IsWeb'], Worker: ['A'] })).toEqual(['elsewhere', undefined]);
    expect(sharing({ Web: ['A', undefined, 'IsWeb'], Worker: ['A', undefined, 'IsWorker'] })).toEqual([undefined, undefined]);
  });
});
