import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function inMemory(stack: Stack, tmpfs: Properties, container: Properties = {}, task: Properties = {}): void {
  fargateTask(stack, task, { LinuxParameters: { Tmpfs: [{ ContainerPath: '/tmp', Size: 64, ...tmpfs }] }, ...container });
}

export const cases: readonly GotchaCase[] = [
  { name: 'there is no size', caught: true, app: (stack) => inMemory(stack, { Size: undefined }) },
  { name: 'the size is nothing', caught: true, app: (stack) => inMemory(stack, { Size: 0 }) },
  { name: 'a mount option does not exist', caught: true, app: (stack) => inMemory(stack, { MountOptions: ['rw', 'no-exec'] }) },
  { name: 'it is greater than the task', caught: true, consequence: 'risk', app: (stack) => inMemory(stack, { Size: 1024 }) },
  { name: 'it is as great as its container', caught: true, consequence: 'risk', app: (stack) => inMemory(stack, { Size: 128 }, { Memory: 128 }) },
  { name: 'it has a size', caught: false, app: (stack) => inMemory(stack, { MountOptions: ['rw', 'noexec', 'mode=1777'] }) },
  { name: 'nothing limits the memory', caught: false, app: (stack) => inMemory(stack, { Size: 4096 }, { MemoryReservation: 64 }, { RequiresCompatibilities: ['EC2'], Memory: undefined, Cpu: undefined }) },
  { name: 'there is none', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'a parameter decides the size', caught: false, notChecked: true, app: (stack) => inMemory(stack, { Size: parameter(stack, 'Size', 'Number') }) },
];
