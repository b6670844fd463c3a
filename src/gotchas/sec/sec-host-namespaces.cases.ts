import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function task(stack: Stack, properties: Readonly<Record<string, unknown>>): void {
  fargateTask(stack, { RequiresCompatibilities: ['EC2'], NetworkMode: 'bridge', ...properties });
}

export const cases: readonly GotchaCase[] = [
  { name: 'it sees all processes', caught: true, app: (stack) => task(stack, { PidMode: 'host' }) },
  { name: 'it sees shared memory', caught: true, app: (stack) => task(stack, { IpcMode: 'host' }) },
  { name: 'it has the network of its instance', caught: true, consequence: 'worth-knowing', app: (stack) => task(stack, { NetworkMode: 'host' }) },
  { name: 'containers of the task share processes', caught: false, app: (stack) => task(stack, { PidMode: 'task', IpcMode: 'task' }) },
  { name: 'nothing is shared', caught: false, app: (stack) => task(stack, {}) },
  { name: 'a parameter decides', caught: false, notChecked: true, app: (stack) => task(stack, { PidMode: parameter(stack) }) },
];
