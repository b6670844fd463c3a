import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const CHECK = { Command: ['CMD-SHELL', 'curl -f http://localhost/'] };

function waiting(stack: Stack, condition: string, database: Readonly<Record<string, unknown>>): void {
  fargateTask(stack, {
    ContainerDefinitions: [
      { Name: 'app', Image: 'app:1', DependsOn: [{ ContainerName: 'database', Condition: condition }] },
      { Name: 'database', Image: 'database:1', ...database },
    ],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'it waits for the health of a container without a check', caught: true, app: (stack) => waiting(stack, 'HEALTHY', {}) },
  {
    name: 'the other one has a check, and the container that is waited for has none',
    caught: true,
    app: (stack) => void fargateTask(stack, {
      ContainerDefinitions: [
        { Name: 'app', Image: 'app:1', HealthCheck: CHECK, DependsOn: [{ ContainerName: 'proxy', Condition: 'HEALTHY' }] },
        { Name: 'proxy', Image: 'proxy:1', DependsOn: [{ ContainerName: 'app', Condition: 'HEALTHY' }] },
      ],
    }),
  },
  { name: 'the container has a health check', caught: false, app: (stack) => waiting(stack, 'HEALTHY', { HealthCheck: CHECK }) },
  { name: 'it waits for the start only', caught: false, app: (stack) => waiting(stack, 'START', {}) },
  { name: 'nothing waits', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'a parameter decides what it waits for', caught: false, notChecked: true, app: (stack) => waiting(stack, parameter(stack), {}) },
];
