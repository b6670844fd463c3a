import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function trust(stack: Stack, principal: unknown, property = 'TaskRoleArn', statement: Readonly<Record<string, unknown>> = {}): void {
  const document = { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal, ...statement }] };
  fargateTask(stack, { [property]: resource(stack, 'Role', 'AWS::IAM::Role', { AssumeRolePolicyDocument: document }).getAtt('Arn') });
}

function trustText(stack: Stack, text: string): void {
  fargateTask(stack, { TaskRoleArn: resource(stack, 'Role', 'AWS::IAM::Role', { AssumeRolePolicyDocument: text }).getAtt('Arn') });
}

const textFor = (service: string) => JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: [service] } }] });

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
  { name: 'a policy written as text lets Lambda assume it', caught: true, app: (stack) => trustText(stack, textFor('lambda.amazonaws.com')) },
  { name: 'a policy written as text lets ECS tasks assume it', caught: false, app: (stack) => trustText(stack, textFor('ecs-tasks.amazonaws.com')) },
  {
    name: 'a policy written as text takes the service from a parameter',
    caught: false,
    notChecked: true,
    app: (stack) => trustText(stack, textFor(parameter(stack))),
  },
  { name: 'every principal may', caught: false, notChecked: true, app: (stack) => trust(stack, '*') },
  { name: 'a parameter names who may', caught: false, notChecked: true, app: (stack) => trust(stack, { Service: parameter(stack) }) },
  { name: 'the role comes from outside', caught: false, notChecked: true, app: (stack) => void fargateTask(stack, { TaskRoleArn: parameter(stack) }) },
];
