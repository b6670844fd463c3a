import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function checked(stack: Stack, check: Properties, proxy: Properties = {}, condition = 'HEALTHY'): void {
  fargateTask(stack, {
    ContainerDefinitions: [
      { Name: 'app', Image: 'app:1', DependsOn: [{ ContainerName: 'proxy', Condition: condition }] },
      { Name: 'proxy', Image: 'proxy:1', HealthCheck: { Command: ['CMD', 'ready'], ...check }, ...proxy },
    ],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'one failure after five seconds is enough', caught: true, app: (stack) => checked(stack, { Interval: 5, Retries: 1 }) },
  { name: 'the wait is over before the first check', caught: true, app: (stack) => checked(stack, { Interval: 30 }, { StartTimeout: 20 }) },
  { name: 'the interval is left to its default', caught: true, app: (stack) => checked(stack, {}, { StartTimeout: 10 }) },
  { name: 'there is a start period', caught: false, app: (stack) => checked(stack, { Interval: 5, Retries: 1, StartPeriod: 60 }) },
  { name: 'the wait is longer than an interval', caught: false, app: (stack) => checked(stack, { Interval: 10 }, { StartTimeout: 60 }) },
  { name: 'no container waits for the health', caught: false, app: (stack) => checked(stack, {}, { StartTimeout: 10 }, 'START') },
  { name: 'all is left to its default', caught: false, app: (stack) => checked(stack, {}) },
  { name: 'nothing is checked', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'a parameter decides the interval', caught: false, notChecked: true, app: (stack) => checked(stack, { Interval: parameter(stack) }) },
];
