import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function onFargate(stack: Stack, task: Readonly<Record<string, unknown>>): void {
  service(stack, { TaskDefinition: fargateTask(stack, task).ref });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a service runs a task for EC2 on Fargate', caught: true, app: (stack) => onFargate(stack, { RequiresCompatibilities: ['EC2'] }) },
  { name: 'the network mode is left to its default', caught: true, app: (stack) => void fargateTask(stack, { NetworkMode: undefined }) },
  { name: 'the task has no CPU', caught: true, app: (stack) => void fargateTask(stack, { Cpu: undefined }) },
  { name: 'the task has no memory', caught: true, app: (stack) => void fargateTask(stack, { Memory: undefined }) },
  {
    name: 'only the capacity provider is Fargate',
    caught: true,
    app: (stack) => {
      const task = fargateTask(stack, { RequiresCompatibilities: undefined, NetworkMode: 'bridge' });
      service(stack, {
        LaunchType: undefined, TaskDefinition: task.ref, CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE', Weight: 1 }],
      });
    },
  },
  { name: 'all is declared, in words', caught: false, app: (stack) => onFargate(stack, { Cpu: '1 vCPU', Memory: '2 GB' }) },
  { name: 'it is compatible without the declaration', caught: false, app: (stack) => onFargate(stack, { RequiresCompatibilities: undefined }) },
  {
    name: 'a service runs it on EC2',
    caught: false,
    app: (stack) => {
      const task = fargateTask(stack, { RequiresCompatibilities: ['EC2'], NetworkMode: undefined, Cpu: undefined });
      service(stack, { LaunchType: 'EC2', TaskDefinition: task.ref });
    },
  },
  { name: 'a parameter decides the network mode', caught: false, notChecked: true, app: (stack) => onFargate(stack, { NetworkMode: parameter(stack) }) },
];
