import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function waiting(stack: Stack, condition: string, startTimeout: unknown): void {
  fargateTask(stack, {
    ContainerDefinitions: [
      { Name: 'app', Image: 'app:1', DependsOn: [{ ContainerName: 'init', Condition: condition }] },
      { Name: 'init', Image: 'init:1', Essential: false, StartTimeout: startTimeout, HealthCheck: { Command: ['CMD', 'ready'] } },
    ],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'it waits for the success without a limit', caught: true, app: (stack) => waiting(stack, 'SUCCESS', undefined) },
  { name: 'it waits for the end without a limit', caught: true, app: (stack) => waiting(stack, 'COMPLETE', undefined) },
  { name: 'it waits for the health without a limit', caught: true, app: (stack) => waiting(stack, 'HEALTHY', undefined) },
  { name: 'there is a limit', caught: false, app: (stack) => waiting(stack, 'SUCCESS', 60) },
  { name: 'it waits for the start only', caught: false, app: (stack) => waiting(stack, 'START', undefined) },
  { name: 'nothing waits', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'a parameter decides the limit', caught: false, notChecked: true, app: (stack) => waiting(stack, 'SUCCESS', parameter(stack)) },
];
