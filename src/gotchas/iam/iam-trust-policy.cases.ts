import type { Stack } from 'aws-cdk-lib/core';
import type { GotchaCase } from '../gotcha-case';
import { fargateTask, parameter, resource } from '../small-app.cases';

function trust(stack: Stack, principal: unknown, property = 'TaskRoleArn', statement: Readonly<Record<string, unknown>> = {}): void {
  const document = { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal, ...statement }] };
  fargateTask(stack, { [property]: resource(stack, 'Role', 'AWS::IAM::Role', { AssumeRolePolicyDocument: document }).getAtt('Arn') });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the task role is for Lambda', caught: true, app: (stack) => trust(stack, { Service: 'lambda.amazonaws.com' }) },
  { name: 'the execution role is for ECS itself', caught: true, app: (stack) => trust(stack, { Service: ['ecs.amazonaws.com'] }, 'ExecutionRoleArn') },
  { name: 'only an account may assume it', caught: true, app: (stack) => trust(stack, { AWS: 'arn:aws:iam::111122223333:root' }) },
  { name: 'ECS tasks are denied', caught: true, app: (stack) => trust(stack, { Service: 'ecs-tasks.amazonaws.com' }, 'TaskRoleArn', { Effect: 'Deny' }) },
  { name: 'ECS tasks may assume it', caught: false, app: (stack) => trust(stack, { Service: 'ecs-tasks.amazonaws.com' }) },
  {
    name: 'ECS tasks may assume it beside others',
    caught: false,
    app: (stack) => trust(stack, { Service: ['ec2.amazonaws.com', 'ecs-tasks.amazonaws.com'] }),
  },
  { name: 'everybody may', caught: false, notChecked: true, app: (stack) => trust(stack, '*') },
  { name: 'a parameter names who may', caught: false, notChecked: true, app: (stack) => trust(stack, { Service: parameter(stack) }) },
  { name: 'the role comes from outside', caught: false, notChecked: true, app: (stack) => void fargateTask(stack, { TaskRoleArn: parameter(stack) }) },
];
