import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, role } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function execution(stack: Stack, actions: unknown, task: Readonly<Record<string, unknown>> = {}): void {
  fargateTask(stack, { ExecutionRoleArn: role(stack, { Effect: 'Allow', Action: actions, Resource: '*' }).getAtt('Arn'), ...task });
}

function taskRole(stack: Stack, policy: string): void {
  const arn = resource(stack, 'Role', 'AWS::IAM::Role', { ManagedPolicyArns: [`arn:aws:iam::aws:policy/${policy}`] }).getAtt('Arn');
  fargateTask(stack, { TaskRoleArn: arn });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the execution role reads a table', caught: true, app: (stack) => execution(stack, ['dynamodb:GetItem', 'logs:PutLogEvents']) },
  { name: 'the execution role writes objects', caught: true, app: (stack) => execution(stack, 's3:PutObject') },
  { name: 'the channels of ECS Exec are on the execution role', caught: true, app: (stack) => execution(stack, 'ssmmessages:OpenDataChannel') },
  {
    name: 'the task role has the managed policy of the execution role',
    caught: true,
    consequence: 'worth-knowing',
    app: (stack) => taskRole(stack, 'service-role/AmazonECSTaskExecutionRolePolicy'),
  },
  {
    name: 'the execution role pulls, logs, reads secrets and environment files',
    caught: false,
    app: (stack) => execution(stack, [
      'ecr:BatchGetImage', 'logs:CreateLogStream', 'secretsmanager:GetSecretValue', 'ssm:GetParameters', 'kms:Decrypt', 's3:GetObject',
    ]),
  },
  { name: 'all of a service is allowed', caught: false, app: (stack) => execution(stack, 's3:*') },
  {
    name: 'one role is both',
    caught: false,
    app: (stack) => {
      const arn = role(stack, { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: '*' }).getAtt('Arn');
      fargateTask(stack, { TaskRoleArn: arn, ExecutionRoleArn: arn });
    },
  },
  { name: 'the task role reads objects', caught: false, app: (stack) => taskRole(stack, 'AmazonS3ReadOnlyAccess') },
  {
    name: 'the execution role comes from outside',
    caught: false,
    notChecked: true,
    app: (stack) => void fargateTask(stack, { ExecutionRoleArn: parameter(stack) }),
  },
];
