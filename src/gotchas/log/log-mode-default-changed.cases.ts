import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const OPTIONS = { 'awslogs-group': '/shop', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'app' };

function logging(stack: Stack, more: Readonly<Record<string, unknown>>, driver: unknown = 'awslogs'): void {
  fargateTask(stack, {}, { LogConfiguration: { LogDriver: driver, Options: { ...OPTIONS, ...more } } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the mode is left out', caught: true, app: (stack) => logging(stack, {}) },
  { name: 'there is a buffer and no mode', caught: true, app: (stack) => logging(stack, { 'max-buffer-size': '25m' }) },
  { name: 'it blocks', caught: false, app: (stack) => logging(stack, { mode: 'blocking' }) },
  { name: 'it does not block', caught: false, app: (stack) => logging(stack, { mode: 'non-blocking' }) },
  { name: 'a parameter decides', caught: false, app: (stack) => logging(stack, { mode: parameter(stack) }) },
  { name: 'the container does not log', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'the driver is another', caught: false, app: (stack) => logging(stack, {}, 'splunk') },
  { name: 'a parameter names the driver', caught: false, notChecked: true, app: (stack) => logging(stack, {}, parameter(stack)) },
];
