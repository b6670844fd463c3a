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

const TASKS = { Service: 'ecs-tasks.amazonaws.com' };
const ACCOUNT = { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } };

function sourceArn(stack: Stack, end: string, operator = 'ArnLike'): void {
  trust(stack, TASKS, 'TaskRoleArn', { Condition: { [operator]: { 'aws:SourceArn': { 'Fn::Sub': `arn:aws:ecs:\${AWS::Region}:\${AWS::AccountId}:${end}` } }, StringLike: ACCOUNT.StringEquals } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the condition names a service', caught: true, app: (stack) => sourceArn(stack, 'service/shop/api') },
  { name: 'the condition names a cluster', caught: true, app: (stack) => sourceArn(stack, 'cluster/shop', 'ArnEquals') },
  { name: 'a wildcard is compared as a text', caught: true, app: (stack) => sourceArn(stack, '*', 'StringEquals') },
  { name: 'the condition asks for an external id', caught: true, app: (stack) => trust(stack, TASKS, 'ExecutionRoleArn', { Condition: { StringEquals: { 'sts:ExternalId': 'shop' } } }) },
  { name: 'the action is another one', caught: true, app: (stack) => trust(stack, TASKS, 'TaskRoleArn', { Action: 'sts:AssumeRoleWithWebIdentity' }) },
  {
    name: 'one statement allows it, another one denies it',
    caught: true,
    app: (stack) => trustText(stack, JSON.stringify({ Statement: ['Allow', 'Deny'].map((Effect) => ({ Effect, Action: 'sts:AssumeRole', Principal: TASKS })) })),
  },
  { name: 'the condition names the account', caught: false, app: (stack) => sourceArn(stack, '*') },
  { name: 'the condition names tasks', caught: false, app: (stack) => sourceArn(stack, 'task/*') },
  { name: 'the condition names the account alone', caught: false, app: (stack) => trust(stack, TASKS, 'TaskRoleArn', { Condition: ACCOUNT }) },
  { name: 'sessions may have tags', caught: false, app: (stack) => trust(stack, TASKS, 'TaskRoleArn', { Action: ['sts:AssumeRole', 'sts:TagSession'] }) },
  {
    name: 'a parameter is the condition',
    caught: false,
    notChecked: true,
    app: (stack) => trust(stack, TASKS, 'TaskRoleArn', { Condition: { ArnLike: { 'aws:SourceArn': parameter(stack) } } }),
  },
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
  {
    name: 'ECS tasks may not assume the execution role of an Express service',
    caught: true,
    app: (stack) => {
      const AssumeRolePolicyDocument = { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ecs.amazonaws.com' } }] };
      const own = resource(stack, 'Execution', 'AWS::IAM::Role', { AssumeRolePolicyDocument });
      resource(stack, 'Web', 'AWS::ECS::ExpressGatewayService', { ExecutionRoleArn: own.getAtt('Arn'), PrimaryContainer: { Image: 'app:1' } });
    },
  },
  {
    name: 'the execution role is the service-linked one of ECS',
    caught: true,
    app: (stack) => void fargateTask(stack, { ExecutionRoleArn: 'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS' }),
  },
  {
    name: 'the service-linked role is of an account that the deployment knows',
    caught: true,
    app: (stack) => void fargateTask(stack, { TaskRoleArn: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS' } }),
  },
  {
    name: 'a role of another account',
    caught: false,
    notChecked: true,
    app: (stack) => void fargateTask(stack, { TaskRoleArn: 'arn:aws:iam::111122223333:role/service/shop' }),
  },
  { name: 'every principal may', caught: false, notChecked: true, app: (stack) => trust(stack, '*') },
  { name: 'a parameter names who may', caught: false, notChecked: true, app: (stack) => trust(stack, { Service: parameter(stack) }) },
  { name: 'the role comes from outside', caught: false, notChecked: true, app: (stack) => void fargateTask(stack, { TaskRoleArn: parameter(stack) }) },
];
