import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function onInstances(stack: Stack, LinuxParameters: unknown, container: Properties = {}): void {
  fargateTask(stack, { RequiresCompatibilities: ['EC2'] }, { Memory: 256, LinuxParameters, ...container });
}

function limited(stack: Stack, Name: unknown): void {
  onInstances(stack, undefined, { Ulimits: [{ Name, SoftLimit: 1024, HardLimit: 1024 }] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a capability has another name', caught: true, app: (stack) => onInstances(stack, { Capabilities: { Add: ['NETWORK_ADMIN'] } }) },
  { name: 'a capability to drop has another name', caught: true, app: (stack) => onInstances(stack, { Capabilities: { Drop: ['all_of_them'] } }) },
  { name: 'a limit has another name', caught: true, app: (stack) => limited(stack, 'files') },
  { name: 'the swappiness is above 100', caught: true, app: (stack) => onInstances(stack, { MaxSwap: 512, Swappiness: 200 }) },
  { name: 'the swap memory is below nothing', caught: true, app: (stack) => onInstances(stack, { MaxSwap: -1 }) },
  { name: 'the swappiness has no swap memory', caught: true, consequence: 'misbehaves', app: (stack) => onInstances(stack, { Swappiness: 60 }) },
  { name: 'a capability to drop on Fargate has another name', caught: true, app: (stack) => void fargateTask(stack, {}, { LinuxParameters: { Capabilities: { Drop: ['EVERYTHING'] } } }) },
  { name: 'capabilities have the names of the API', caught: false, app: (stack) => onInstances(stack, { Capabilities: { Add: ['NET_ADMIN'], Drop: ['ALL'] } }) },
  { name: 'a capability has the prefix of Docker', caught: false, app: (stack) => onInstances(stack, { Capabilities: { Add: ['CAP_NET_ADMIN'] } }) },
  { name: 'a limit has a name of the API', caught: false, app: (stack) => limited(stack, 'nproc') },
  { name: 'the swap memory is whole', caught: false, app: (stack) => onInstances(stack, { MaxSwap: 512, Swappiness: 0 }) },
  { name: 'it is on Fargate, which another gotcha is about', caught: false, app: (stack) => void fargateTask(stack, {}, { LinuxParameters: { Swappiness: 200 } }) },
  { name: 'a parameter decides the name of a limit', caught: false, notChecked: true, app: (stack) => limited(stack, parameter(stack)) },
];
