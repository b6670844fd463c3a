import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function mounting(stack: Stack, options: Properties, task: Properties = {}): void {
  service(stack, { TaskDefinition: fargateTask(stack, { Volumes: [{ Name: 'data', EFSVolumeConfiguration: { FilesystemId: 'fs-1' } }], ...task }).ref, ...options });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the platform version is too old', caught: true, app: (stack) => mounting(stack, { PlatformVersion: '1.3.0' }) },
  { name: 'the tasks run anywhere', caught: true, app: (stack) => mounting(stack, { LaunchType: 'EXTERNAL' }, { RequiresCompatibilities: ['EXTERNAL'] }) },
  { name: 'the platform version is new enough', caught: false, app: (stack) => mounting(stack, { PlatformVersion: '1.4.0' }) },
  { name: 'the platform version is left out', caught: false, app: (stack) => mounting(stack, {}) },
  { name: 'the tasks run on EC2', caught: false, app: (stack) => mounting(stack, { LaunchType: 'EC2' }, { RequiresCompatibilities: ['EC2'] }) },
  { name: 'there is no EFS volume', caught: false, app: (stack) => mounting(stack, { PlatformVersion: '1.3.0' }, { Volumes: [] }) },
  { name: 'a parameter decides the version', caught: false, notChecked: true, app: (stack) => mounting(stack, { PlatformVersion: parameter(stack) }) },
];
