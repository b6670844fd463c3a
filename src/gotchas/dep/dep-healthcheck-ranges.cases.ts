import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function checked(stack: Stack, numbers: Readonly<Record<string, unknown>>): void {
  fargateTask(stack, {}, { HealthCheck: { Command: ['CMD-SHELL', 'curl -f http://localhost/'], ...numbers } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'it runs every second', caught: true, app: (stack) => checked(stack, { Interval: 1 }) },
  { name: 'it may take 90 seconds', caught: true, app: (stack) => checked(stack, { Timeout: 90 }) },
  { name: 'it is tried 50 times', caught: true, app: (stack) => checked(stack, { Retries: 50 }) },
  { name: 'it is never tried', caught: true, app: (stack) => checked(stack, { Retries: 0 }) },
  { name: 'the container has 15 minutes to start', caught: true, app: (stack) => checked(stack, { StartPeriod: 900 }) },
  { name: 'one number is out of range, another not known', caught: true, app: (stack) => checked(stack, { Interval: parameter(stack), Retries: 11 }) },
  { name: 'the lowest numbers', caught: false, app: (stack) => checked(stack, { Interval: 5, Timeout: 2, Retries: 1, StartPeriod: 0 }) },
  { name: 'the highest numbers', caught: false, app: (stack) => checked(stack, { Interval: 300, Timeout: 60, Retries: 10, StartPeriod: 300 }) },
  { name: 'all are left to their defaults', caught: false, app: (stack) => checked(stack, {}) },
  { name: 'there is no health check', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'a parameter decides the interval', caught: false, notChecked: true, app: (stack) => checked(stack, { Interval: parameter(stack) }) },
];
