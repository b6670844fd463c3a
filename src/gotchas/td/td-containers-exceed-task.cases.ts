import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Container = Readonly<Record<string, unknown>>;

function tasks(stack: Stack, first: Container, second: Container = {}, task: Container = {}): void {
  fargateTask(stack, {
    ContainerDefinitions: [{ Name: 'app', Image: 'app:1', ...first }, { Name: 'proxy', Image: 'proxy:1', ...second }],
    ...task,
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the cpu of the containers is more than that of the task', caught: true, app: (stack) => tasks(stack, { Cpu: 200 }, { Cpu: 100 }) },
  {
    name: 'the reservations are more than the memory of the task',
    caught: true,
    app: (stack) => tasks(stack, { MemoryReservation: 400 }, { MemoryReservation: 200 }),
  },
  { name: 'a container may use more memory than the task has', caught: true, app: (stack) => tasks(stack, { Memory: 1024 }) },
  { name: 'a container reserves more than it may use', caught: true, app: (stack) => tasks(stack, { Memory: 128, MemoryReservation: 256 }) },
  {
    name: 'what is known of the containers is already too much',
    caught: true,
    app: (stack) => tasks(stack, { Cpu: 300 }, { Cpu: parameter(stack, 'Cpu', 'Number') }),
  },
  { name: 'the limits together are more than the task has', caught: true, consequence: 'risk', app: (stack) => tasks(stack, { Memory: 384 }, { Memory: 192 }) },
  { name: 'a limit and a reservation are more than the task has', caught: true, consequence: 'risk', app: (stack) => tasks(stack, { Memory: 384 }, { Memory: 512, MemoryReservation: 256 }) },
  { name: 'the limits together are what the task has', caught: false, app: (stack) => tasks(stack, { Memory: 384 }, { Memory: 128 }) },
  { name: 'the containers ask for all of the task', caught: false, app: (stack) => tasks(stack, { Cpu: 128, Memory: 512 }, { Cpu: 128 }) },
  {
    name: 'the limits together are more than the task has, the reservations are not',
    caught: false,
    app: (stack) => tasks(stack, { Memory: 512, MemoryReservation: 256 }, { Memory: 512, MemoryReservation: 256 }),
  },
  { name: 'a container may use exactly what it reserves', caught: false, app: (stack) => tasks(stack, { Memory: 256, MemoryReservation: 256 }) },
  {
    name: 'the task on EC2 has no size',
    caught: false,
    app: (stack) => tasks(stack, { Cpu: 4096, Memory: 8192 }, {}, { RequiresCompatibilities: ['EC2'], Cpu: undefined, Memory: undefined }),
  },
  {
    name: 'a parameter decides the cpu of a container',
    caught: false,
    notChecked: true,
    app: (stack) => tasks(stack, { Cpu: 100 }, { Cpu: parameter(stack) }),
  },
  {
    name: 'a parameter decides the memory of the task',
    caught: false,
    notChecked: true,
    app: (stack) => tasks(stack, { Memory: 512 }, {}, { Memory: parameter(stack) }),
  },
];
