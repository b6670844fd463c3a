import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function essential(stack: Stack, ...flags: readonly unknown[]): void {
  fargateTask(stack, { ContainerDefinitions: flags.map((flag, index) => ({ Name: `container-${index}`, Image: 'app:1', Essential: flag })) });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the only container is not', caught: true, app: (stack) => essential(stack, false) },
  { name: 'neither of two is', caught: true, app: (stack) => essential(stack, false, false) },
  { name: 'one of two is', caught: false, app: (stack) => essential(stack, false, true) },
  { name: 'it is left to its default', caught: false, app: (stack) => essential(stack, false, undefined) },
  { name: 'one is, the other is not known', caught: false, app: (stack) => essential(stack, parameter(stack), true) },
  { name: 'a parameter decides it', caught: false, notChecked: true, app: (stack) => essential(stack, false, parameter(stack)) },
];
