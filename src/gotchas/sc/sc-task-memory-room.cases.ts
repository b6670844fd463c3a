import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function connected(stack: Stack, task: Properties, container: Properties, isOn = true): void {
  service(stack, { TaskDefinition: fargateTask(stack, task, container).ref, ServiceConnectConfiguration: { Enabled: isOn } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the container has all of the memory', caught: true, app: (stack) => connected(stack, {}, { Memory: 512 }) },
  { name: 'the container reserves all but a little', caught: true, app: (stack) => connected(stack, {}, { MemoryReservation: 480 }) },
  { name: 'the task has no memory', caught: true, app: (stack) => connected(stack, { Memory: undefined }, { Memory: 256 }) },
  { name: 'the container has all of the CPU', caught: true, consequence: 'worth-knowing', app: (stack) => connected(stack, {}, { Cpu: 256 }) },
  { name: 'the container leaves the proxy its memory', caught: false, app: (stack) => connected(stack, {}, { Memory: 448, Cpu: 128 }) },
  { name: 'the container has no limits', caught: false, app: (stack) => connected(stack, {}, {}) },
  { name: 'there is no proxy', caught: false, app: (stack) => connected(stack, {}, { Memory: 512 }, false) },
  { name: 'a parameter decides the memory', caught: false, notChecked: true, app: (stack) => connected(stack, { Memory: parameter(stack) }, { Memory: 512 }) },
];
