import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function mounted(stack: Stack, ContainerPath: unknown, task: Properties = {}): void {
  fargateTask(stack, { Volumes: [{ Name: 'data' }], ...task }, { MountPoints: [{ SourceVolume: 'data', ContainerPath }] });
}

function inMemory(stack: Stack, ContainerPath: unknown): void {
  fargateTask(stack, {}, { LinuxParameters: { Tmpfs: [{ ContainerPath, Size: 64 }] } });
}

const WINDOWS = { Cpu: '1024', Memory: '2048', RuntimePlatform: { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } };

export const cases: readonly GotchaCase[] = [
  { name: 'the path is relative', caught: true, app: (stack) => mounted(stack, 'data') },
  { name: 'there is no path', caught: true, app: (stack) => mounted(stack, undefined) },
  { name: 'the path is the root directory', caught: true, app: (stack) => mounted(stack, '/') },
  { name: 'the path of a tmpfs is relative', caught: true, app: (stack) => inMemory(stack, 'tmp') },
  { name: 'a tmpfs has no path', caught: true, app: (stack) => inMemory(stack, undefined) },
  { name: 'a path of Windows is on Linux', caught: true, app: (stack) => mounted(stack, 'C:\\data') },
  { name: 'the path is absolute', caught: false, app: (stack) => mounted(stack, '/data') },
  { name: 'the path of a tmpfs is absolute', caught: false, app: (stack) => inMemory(stack, '/tmp') },
  { name: 'a path of Windows is on Windows', caught: false, app: (stack) => mounted(stack, 'C:\\data', WINDOWS) },
  { name: 'a parameter decides the path', caught: false, notChecked: true, app: (stack) => mounted(stack, parameter(stack)) },
];
