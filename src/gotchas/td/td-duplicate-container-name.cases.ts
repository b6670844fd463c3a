import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function named(stack: Stack, ...names: readonly string[]): void {
  fargateTask(stack, { ContainerDefinitions: names.map((name, index) => ({ Name: name, Image: `image-${index}:1` })) });
}

export const cases: readonly GotchaCase[] = [
  { name: 'two containers have the same name', caught: true, app: (stack) => named(stack, 'app', 'app') },
  { name: 'the first and the last have the same name', caught: true, app: (stack) => named(stack, 'app', 'proxy', 'app') },
  { name: 'a name that is not known is between them', caught: true, app: (stack) => named(stack, 'app', parameter(stack), 'app') },
  { name: 'the names differ', caught: false, app: (stack) => named(stack, 'app', 'proxy') },
  { name: 'the names differ in case', caught: false, app: (stack) => named(stack, 'app', 'App') },
  { name: 'a parameter decides a name', caught: false, notChecked: true, app: (stack) => named(stack, 'app', parameter(stack)) },
];
