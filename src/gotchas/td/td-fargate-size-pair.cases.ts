import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function sized(stack: Stack, cpu: string, memory: string): void {
  fargateTask(stack, { Cpu: cpu, Memory: memory });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the memory is too much for the cpu', caught: true, app: (stack) => sized(stack, '256', '4096') },
  { name: 'the memory is too little for the cpu', caught: true, app: (stack) => sized(stack, '1024', '512') },
  { name: 'the memory is between two steps', caught: true, app: (stack) => sized(stack, '8192', '18432') },
  { name: 'no task has this cpu', caught: true, app: (stack) => sized(stack, '300', '512') },
  { name: 'the pair is written in words', caught: true, app: (stack) => sized(stack, '.25 vCPU', '3 GB') },
  {
    name: 'only the service is on Fargate',
    caught: true,
    app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack, { RequiresCompatibilities: undefined, Memory: '300' }).ref }),
  },
  { name: 'the smallest pair', caught: false, app: (stack) => sized(stack, '256', '512') },
  { name: 'the largest pair', caught: false, app: (stack) => sized(stack, '32768', '249856') },
  { name: 'a pair in words', caught: false, app: (stack) => sized(stack, '1 vCPU', '2 GB') },
  {
    name: 'the task is for EC2',
    caught: false,
    app: (stack) => void fargateTask(stack, { RequiresCompatibilities: ['EC2'], Cpu: '300', Memory: '300' }),
  },
  { name: 'a parameter decides the memory', caught: false, notChecked: true, app: (stack) => sized(stack, '256', parameter(stack)) },
];
