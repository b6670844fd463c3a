import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function exec(stack: Stack, container: Readonly<Record<string, unknown>>, EnableExecuteCommand: unknown = true): void {
  service(stack, { TaskDefinition: fargateTask(stack, {}, container).ref, EnableExecuteCommand });
}

function secret(Name: string): Readonly<Record<string, unknown>> {
  return { Secrets: [{ Name, ValueFrom: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/key' }] };
}

export const cases: readonly GotchaCase[] = [
  { name: 'the keys are secrets', caught: true, app: (stack) => exec(stack, secret('AWS_ACCESS_KEY_ID')) },
  { name: 'a key is in the environment', caught: true, app: (stack) => exec(stack, { Environment: [{ Name: 'AWS_SECRET_ACCESS_KEY', Value: parameter(stack) }] }) },
  { name: 'the secrets are others', caught: false, app: (stack) => exec(stack, secret('UPLOADS_ACCESS_KEY_ID')) },
  { name: 'ECS Exec is off', caught: false, app: (stack) => exec(stack, secret('AWS_ACCESS_KEY_ID'), false) },
  { name: 'a parameter decides whether ECS Exec is on', caught: false, notChecked: true, app: (stack) => exec(stack, secret('AWS_ACCESS_KEY_ID'), parameter(stack)) },
];
