import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function user(stack: Stack, name: unknown, more: Readonly<Record<string, unknown>> = {}): void {
  fargateTask(stack, {}, { User: name, ...more });
}

export const cases: readonly GotchaCase[] = [
  { name: 'it is root', caught: true, app: (stack) => user(stack, 'root') },
  { name: 'it is number 0', caught: true, app: (stack) => user(stack, '0:1000') },
  { name: 'it is the administrator of a Windows container', caught: true, app: (stack) => user(stack, 'ContainerAdministrator') },
  { name: 'it is another user', caught: false, app: (stack) => user(stack, '1000:0') },
  { name: 'the image decides', caught: false, app: (stack) => user(stack, undefined) },
  { name: 'it is the log router', caught: false, app: (stack) => user(stack, '0', { FirelensConfiguration: { Type: 'fluentbit' } }) },
  { name: 'a parameter decides', caught: false, notChecked: true, app: (stack) => user(stack, parameter(stack)) },
];
