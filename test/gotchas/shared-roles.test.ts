import { evaluate } from '../../src/gotchas/definition';
import { iamRolesSwapped } from '../../src/gotchas/iam/iam-roles-swapped';
import { iamSameRoleForBoth } from '../../src/gotchas/iam/iam-same-role-for-both';
import { iamTaskRoleWildcardResource } from '../../src/gotchas/iam/iam-task-role-wildcard-resource';
import { readSubjects } from '../../src/readers/subjects';

type Gotcha = Parameters<typeof evaluate>[0];

const ARN = { 'Fn::GetAtt': ['Role', 'Arn'] };

/** Findings of one gotcha for each of three task definitions. */
function found(gotcha: Gotcha, roles: Readonly<Record<string, unknown>>): readonly (readonly string[])[] {
  const Role = {
    Type: 'AWS::IAM::Role',
    Properties: {
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'],
      Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: '*' }] } }],
    },
  };
  const task = { Type: 'AWS::ECS::TaskDefinition', Properties: { ContainerDefinitions: [], ...roles } };
  const subjects = readSubjects([{ id: 'Shop', body: { Resources: { Role, Web: task, Worker: task, Job: task } } }]);
  return subjects.map(({ facts }) => evaluate(gotcha, facts).findings.map(({ detail }) => detail));
}

test.each<[string, Gotcha, Readonly<Record<string, unknown>>, string]>([
  ['a role that is both', iamSameRoleForBoth, { TaskRoleArn: ARN, ExecutionRoleArn: ARN }, 'taskRole (the execution role; 2 other task definitions have it too)'],
  ['a role that may act on all tables', iamTaskRoleWildcardResource, { TaskRoleArn: ARN }, 'taskRole (dynamodb:GetItem; 2 other task definitions have it too)'],
  ['an execution role for the code', iamRolesSwapped, { ExecutionRoleArn: ARN }, 'executionRole (dynamodb:GetItem; 2 other task definitions have it too)'],
  ['a task role for ECS', iamRolesSwapped, { TaskRoleArn: ARN }, 'taskRole (service-role/AmazonECSTaskExecutionRolePolicy; 2 other task definitions have it too)'],
])('%s is one finding for all task definitions that have it', (_, gotcha, roles, detail) => {
  expect(found(gotcha, roles)).toEqual([[expect.stringContaining(detail)], [], []]);
});
