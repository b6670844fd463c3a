import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function mounting(stack: Stack, volume: unknown, ...volumes: readonly string[]): void {
  fargateTask(stack, { Volumes: volumes.map((name) => ({ Name: name })) }, { MountPoints: [{ SourceVolume: volume, ContainerPath: '/data' }] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the task has no volume', caught: true, app: (stack) => mounting(stack, 'data') },
  { name: 'the task has other volumes', caught: true, app: (stack) => mounting(stack, 'data', 'logs', 'cache') },
  { name: 'the task has the volume', caught: false, app: (stack) => mounting(stack, 'data', 'logs', 'data') },
  { name: 'the task has it, and one that is not known', caught: false, app: (stack) => mounting(stack, 'data', parameter(stack), 'data') },
  { name: 'a volume is mounted nowhere', caught: false, app: (stack) => void fargateTask(stack, { Volumes: [{ Name: 'data' }] }) },
  { name: 'a parameter decides the name of the volume', caught: false, notChecked: true, app: (stack) => mounting(stack, 'data', parameter(stack)) },
  { name: 'a parameter decides what is mounted', caught: false, notChecked: true, app: (stack) => mounting(stack, parameter(stack), 'data') },
];
