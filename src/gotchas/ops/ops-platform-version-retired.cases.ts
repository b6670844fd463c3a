import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function pinned(stack: Stack, platformVersion: unknown, task: Readonly<Record<string, unknown>> = {}): void {
  service(stack, { TaskDefinition: fargateTask(stack, task).ref, PlatformVersion: platformVersion });
}

const WINDOWS = { RuntimePlatform: { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }, Cpu: '1024', Memory: '2048' };

export const cases: readonly GotchaCase[] = [
  { name: 'it is pinned to 1.3.0', caught: true, app: (stack) => pinned(stack, '1.3.0') },
  { name: 'it is pinned to the first', caught: true, app: (stack) => pinned(stack, '1.0.0') },
  { name: 'it is pinned to 1.4.0', caught: false, app: (stack) => pinned(stack, '1.4.0') },
  { name: 'it is the latest', caught: false, app: (stack) => pinned(stack, 'LATEST') },
  { name: 'it is left to its default', caught: false, app: (stack) => pinned(stack, undefined) },
  { name: 'it is the first for Windows', caught: false, app: (stack) => pinned(stack, '1.0.0', WINDOWS) },
  { name: 'a parameter decides it', caught: false, notChecked: true, app: (stack) => pinned(stack, parameter(stack)) },
  {
    name: 'a parameter decides the operating system',
    caught: false,
    notChecked: true,
    app: (stack) => pinned(stack, '1.0.0', { RuntimePlatform: { OperatingSystemFamily: parameter(stack) } }),
  },
];
