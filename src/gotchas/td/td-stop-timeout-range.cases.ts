import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

export const cases: readonly GotchaCase[] = [
  { name: 'ten minutes to stop', caught: true, app: (stack) => void fargateTask(stack, {}, { StopTimeout: 600 }) },
  { name: 'one second to stop', caught: true, app: (stack) => void fargateTask(stack, {}, { StopTimeout: 1 }) },
  { name: 'three minutes to start', caught: true, app: (stack) => void fargateTask(stack, {}, { StartTimeout: 180 }) },
  {
    name: 'one is too long, the other not known',
    caught: true,
    app: (stack) => void fargateTask(stack, {}, { StartTimeout: parameter(stack), StopTimeout: 121 }),
  },
  { name: 'two seconds to stop, two minutes to start', caught: false, app: (stack) => void fargateTask(stack, {}, { StopTimeout: 2, StartTimeout: 120 }) },
  { name: 'both are left to their defaults', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'ten minutes to stop on EC2', caught: false, app: (stack) => onEc2(stack, { StopTimeout: 600 }) },
  { name: 'a parameter decides it', caught: false, notChecked: true, app: (stack) => void fargateTask(stack, {}, { StopTimeout: parameter(stack) }) },
];

function onEc2(stack: Stack, container: Readonly<Record<string, unknown>>): void {
  fargateTask(stack, { RequiresCompatibilities: ['EC2'] }, container);
}
