import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function configured(stack: Stack, plain: string, secret: string): void {
  fargateTask(stack, {}, {
    Environment: [{ Name: 'STAGE', Value: 'prod' }, { Name: plain, Value: 'x' }],
    Secrets: [{ Name: secret, ValueFrom: 'arn:aws:ssm:us-east-1:111122223333:parameter/shop' }],
  });
}

function listed(stack: Stack, container: Readonly<Record<string, unknown>>): void {
  fargateTask(stack, {}, container);
}

export const cases: readonly GotchaCase[] = [
  { name: 'a name is in both', caught: true, app: (stack) => configured(stack, 'TOKEN', 'TOKEN') },
  { name: 'a variable stands twice', caught: true, consequence: 'misbehaves', app: (stack) => listed(stack, { Environment: ['A', 'B', 'A'].map((Name) => ({ Name, Value: 'x' })) }) },
  { name: 'a secret stands twice', caught: true, app: (stack) => listed(stack, { Secrets: ['A', 'A'].map((Name) => ({ Name, ValueFrom: '/shop' })) }) },
  { name: 'the names differ', caught: false, app: (stack) => configured(stack, 'TOKEN_FILE', 'TOKEN') },
  { name: 'the names differ in case', caught: false, app: (stack) => configured(stack, 'token', 'TOKEN') },
  {
    name: 'the name is plain in one container and secret in another',
    caught: false,
    app: (stack) => void fargateTask(stack, {
      ContainerDefinitions: [
        { Name: 'app', Image: 'app:1', Environment: [{ Name: 'TOKEN', Value: 'x' }] },
        { Name: 'proxy', Image: 'proxy:1', Secrets: [{ Name: 'TOKEN', ValueFrom: 'arn:aws:ssm:us-east-1:111122223333:parameter/shop' }] },
      ],
    }),
  },
  { name: 'there is no environment', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'a parameter decides the name of the secret', caught: false, notChecked: true, app: (stack) => configured(stack, 'TOKEN', parameter(stack)) },
  { name: 'a parameter decides the name of the variable', caught: false, notChecked: true, app: (stack) => configured(stack, parameter(stack), 'TOKEN') },
];
