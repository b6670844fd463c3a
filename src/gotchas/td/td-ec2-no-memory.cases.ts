import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function onEc2(stack: Stack, container: Properties, task: Properties = {}): void {
  fargateTask(stack, { RequiresCompatibilities: ['EC2'], NetworkMode: undefined, Cpu: undefined, Memory: undefined, ...task }, container);
}

export const cases: readonly GotchaCase[] = [
  { name: 'neither the container nor the task has memory', caught: true, app: (stack) => onEc2(stack, {}) },
  { name: 'the task has no launch type', caught: true, app: (stack) => onEc2(stack, {}, { RequiresCompatibilities: undefined }) },
  {
    name: 'one of two containers has none',
    caught: true,
    app: (stack) => onEc2(stack, {}, {
      ContainerDefinitions: [
        { Name: 'app', Image: 'app:1', Memory: 256 },
        { Name: 'proxy', Image: 'proxy:1', Memory: parameter(stack) },
        { Name: 'agent', Image: 'agent:1' },
      ],
    }),
  },
  { name: 'the limit is 0', caught: true, app: (stack) => onEc2(stack, { Memory: 0 }) },
  { name: 'the container has a limit', caught: false, app: (stack) => onEc2(stack, { Memory: 256 }) },
  { name: 'the container has a reservation', caught: false, app: (stack) => onEc2(stack, { MemoryReservation: 128 }) },
  { name: 'the task has memory', caught: false, app: (stack) => onEc2(stack, {}, { Memory: '512' }) },
  { name: 'it is a task for Fargate', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'AWS manages the instances', caught: false, app: (stack) => onEc2(stack, {}, { RequiresCompatibilities: ['MANAGED_INSTANCES'] }) },
  { name: 'a parameter decides the limit', caught: false, notChecked: true, app: (stack) => onEc2(stack, { Memory: parameter(stack) }) },
];
