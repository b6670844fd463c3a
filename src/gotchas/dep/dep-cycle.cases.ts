import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

/** Containers, and what each of them waits for. */
function waiting(stack: Stack, waitsFor: Readonly<Record<string, readonly string[]>>): void {
  fargateTask(stack, {
    ContainerDefinitions: Object.entries(waitsFor).map(([name, targets]) => ({
      Name: name, Image: 'app:1', DependsOn: targets.map((target) => ({ ContainerName: target, Condition: 'START' })),
    })),
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a container waits for itself', caught: true, app: (stack) => waiting(stack, { app: ['app'] }) },
  { name: 'two wait for each other', caught: true, app: (stack) => waiting(stack, { app: ['proxy'], proxy: ['app'] }) },
  { name: 'three go round', caught: true, app: (stack) => waiting(stack, { app: ['proxy'], proxy: ['agent'], agent: ['proxy', 'app'] }) },
  { name: 'it waits for a container that is not there', caught: true, app: (stack) => waiting(stack, { app: ['porxy'], proxy: [] }) },
  {
    name: 'the circle is closed, whatever else is not known',
    caught: true,
    app: (stack) => waiting(stack, { app: ['proxy', parameter(stack)], proxy: ['app'] }),
  },
  { name: 'one waits for the next', caught: false, app: (stack) => waiting(stack, { app: ['proxy'], proxy: ['agent'], agent: [] }) },
  { name: 'two ways lead to the same container', caught: false, app: (stack) => waiting(stack, { app: ['proxy', 'agent'], proxy: ['agent'], agent: [] }) },
  { name: 'nothing waits', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'a parameter decides what it waits for', caught: false, notChecked: true, app: (stack) => waiting(stack, { app: [parameter(stack)], proxy: [] }) },
];
