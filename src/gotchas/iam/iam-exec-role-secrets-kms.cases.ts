import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, role } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const PARAMETER = 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/key';
const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-a1b2c3';

function secret(stack: Stack, valueFrom: unknown, actions: unknown, managedPolicies?: readonly unknown[]): void {
  const executionRole = role(stack, { Effect: 'Allow', Action: actions, Resource: '*' });
  executionRole.addPropertyOverride('ManagedPolicyArns', managedPolicies);
  fargateTask(stack, { ExecutionRoleArn: executionRole.getAtt('Arn') }, { Secrets: [{ Name: 'API_KEY', ValueFrom: valueFrom }] });
}

const POLICY = 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy';

export const cases: readonly GotchaCase[] = [
  { name: 'nothing is allowed on a parameter', caught: true, app: (stack) => secret(stack, PARAMETER, 'logs:PutLogEvents') },
  { name: 'one parameter may be read, and ECS asks for several', caught: true, app: (stack) => secret(stack, '/shop/key', 'ssm:GetParameter') },
  { name: 'the managed policy is all there is', caught: true, app: (stack) => secret(stack, PARAMETER, 'logs:PutLogEvents', [POLICY]) },
  {
    name: 'nothing is allowed on a secret',
    caught: true,
    consequence: 'risk',
    app: (stack) => secret(stack, resource(stack, 'Secret', 'AWS::SecretsManager::Secret', {}).ref, 'ssm:GetParameters'),
  },
  { name: 'the parameters may be read', caught: false, app: (stack) => secret(stack, PARAMETER, ['ssm:GetParameters']) },
  { name: 'the secret may be read', caught: false, app: (stack) => secret(stack, SECRET, 'secretsmanager:Get*') },
  { name: 'everything is allowed', caught: false, app: (stack) => secret(stack, SECRET, '*') },
  {
    name: 'a managed policy from outside may allow it',
    caught: false,
    notChecked: true,
    app: (stack) => secret(stack, PARAMETER, 'logs:PutLogEvents', ['arn:aws:iam::aws:policy/SecretsManagerReadWrite']),
  },
  { name: 'a parameter decides on the action', caught: false, notChecked: true, app: (stack) => secret(stack, PARAMETER, [parameter(stack)]) },
  {
    name: 'the role comes from outside',
    caught: false,
    notChecked: true,
    app: (stack) => void fargateTask(stack, { ExecutionRoleArn: parameter(stack) }, { Secrets: [{ Name: 'API_KEY', ValueFrom: PARAMETER }] }),
  },
];
