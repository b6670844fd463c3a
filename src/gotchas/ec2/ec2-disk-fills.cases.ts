import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function logging(stack: Stack, driver: unknown, options?: unknown): void {
  fargateTask(stack, { RequiresCompatibilities: ['EC2'] }, { LogConfiguration: { LogDriver: driver, Options: options } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'there are no options', caught: true, app: (stack) => logging(stack, 'json-file') },
  { name: 'files are counted and not limited', caught: true, app: (stack) => logging(stack, 'json-file', { 'max-file': '3' }) },
  { name: 'the size is limited', caught: false, app: (stack) => logging(stack, 'json-file', { 'max-size': '10m', 'max-file': '3' }) },
  { name: 'the driver is another', caught: false, app: (stack) => logging(stack, 'syslog') },
  { name: 'the container does not log', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'a parameter names the driver', caught: false, notChecked: true, app: (stack) => logging(stack, parameter(stack)) },
];
