import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function waiting(stack: Stack, condition: string, essential: unknown, name = 'init'): void {
  fargateTask(stack, {
    ContainerDefinitions: [
      { Name: 'app', Image: 'app:1', DependsOn: [{ ContainerName: 'init', Condition: condition }] },
      { Name: name, Image: 'init:1', Essential: essential },
    ],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'it waits for the success of an essential container', caught: true, app: (stack) => waiting(stack, 'SUCCESS', true) },
  { name: 'essential is left to its default', caught: true, app: (stack) => waiting(stack, 'COMPLETE', undefined) },
  { name: 'it waits for the success of one that is not essential', caught: false, app: (stack) => waiting(stack, 'SUCCESS', false) },
  { name: 'it waits for the end of one that is not essential', caught: false, app: (stack) => waiting(stack, 'COMPLETE', false) },
  { name: 'it waits for the start', caught: false, app: (stack) => waiting(stack, 'START', true) },
  { name: 'it waits for the health', caught: false, app: (stack) => waiting(stack, 'HEALTHY', true) },
  { name: 'a parameter decides whether it is essential', caught: false, notChecked: true, app: (stack) => waiting(stack, 'SUCCESS', parameter(stack)) },
  { name: 'a parameter decides the name', caught: false, notChecked: true, app: (stack) => waiting(stack, 'SUCCESS', true, parameter(stack)) },
];
