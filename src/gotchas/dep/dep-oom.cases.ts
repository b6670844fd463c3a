import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function java(stack: Stack, options: string, container: Readonly<Record<string, unknown>> = {}, name = 'JAVA_TOOL_OPTIONS'): void {
  fargateTask(stack, { Cpu: '512', Memory: '1024' }, { Environment: [{ Name: name, Value: options }], ...container });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the heap is as big as the task', caught: true, app: (stack) => java(stack, '-XX:+UseG1GC -Xmx1g') },
  { name: 'the heap is as big as the container', caught: true, app: (stack) => java(stack, '-Xmx512m', { Memory: 512 }) },
  { name: 'the command sets it', caught: true, app: (stack) => void fargateTask(stack, {}, { Command: ['java', '-Xmx2048M', '-jar', 'app.jar'] }) },
  { name: 'it is Node', caught: true, app: (stack) => java(stack, '--max-old-space-size=2048', {}, 'NODE_OPTIONS') },
  { name: 'the heap leaves a quarter', caught: false, app: (stack) => java(stack, '-Xmx768m') },
  { name: 'the last option counts', caught: false, app: (stack) => java(stack, '-Xmx4g -Xmx512m') },
  { name: 'it is a share of the memory', caught: false, app: (stack) => java(stack, '-XX:MaxRAMPercentage=75') },
  { name: 'another variable has a similar name', caught: false, app: (stack) => java(stack, '-Xmx4g', {}, 'BUILD_NOTES') },
  {
    name: 'nothing limits the memory',
    caught: false,
    app: (stack) => void fargateTask(stack, { RequiresCompatibilities: ['EC2'], Memory: undefined }, { MemoryReservation: 128, Command: ['java', '-Xmx8g'] }),
  },
  { name: 'a parameter decides the options', caught: false, notChecked: true, app: (stack) => java(stack, parameter(stack)) },
];
