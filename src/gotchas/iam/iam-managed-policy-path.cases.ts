import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const TASKS = { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ecs-tasks.amazonaws.com' } }] };

function attached(stack: Stack, arn: unknown, property = 'ExecutionRoleArn'): void {
  fargateTask(stack, { [property]: resource(stack, 'Role', 'AWS::IAM::Role', { AssumeRolePolicyDocument: TASKS, ManagedPolicyArns: [arn] }).getAtt('Arn') });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the path is left out', caught: true, app: (stack) => attached(stack, 'arn:aws:iam::aws:policy/AmazonECSTaskExecutionRolePolicy') },
  { name: 'the partition is a reference', caught: true, app: (stack) => attached(stack, { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/AmazonECSTaskExecutionRolePolicy' }) },
  { name: 'a policy without path has one', caught: true, app: (stack) => attached(stack, 'arn:aws:iam::aws:policy/service-role/AmazonSSMManagedInstanceCore', 'TaskRoleArn') },
  { name: 'the path is another one', caught: true, app: (stack) => attached(stack, 'arn:aws:iam::aws:policy/aws-service-role/AmazonECSTaskExecutionRolePolicy') },
  { name: 'the path is right', caught: false, app: (stack) => attached(stack, 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy') },
  { name: 'the policy has no path', caught: false, app: (stack) => attached(stack, 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore', 'TaskRoleArn') },
  { name: 'the catalogue does not know the policy', caught: false, app: (stack) => attached(stack, 'arn:aws:iam::aws:policy/AmazonBedrockFullAccess', 'TaskRoleArn') },
  { name: 'the account has a policy of that name', caught: false, notChecked: true, app: (stack) => attached(stack, 'arn:aws:iam::111122223333:policy/AmazonECSTaskExecutionRolePolicy') },
  { name: 'a parameter is the policy', caught: false, notChecked: true, app: (stack) => attached(stack, parameter(stack)) },
];
