import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function task(stack: Stack, SourceVolume?: unknown, volume: Readonly<Record<string, unknown>> = { ConfiguredAtLaunch: true }): void {
  fargateTask(stack, { Volumes: [{ Name: 'disk', ...volume }] }, SourceVolume === undefined ? {} : { MountPoints: [{ SourceVolume, ContainerPath: '/disk' }] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'no container has a mount point', caught: true, app: (stack) => task(stack) },
  { name: 'the mount point is of another volume', caught: true, app: (stack) => task(stack, 'data') },
  { name: 'a container mounts it', caught: false, app: (stack) => task(stack, 'disk') },
  { name: 'it is a scratch volume, which costs nothing', caught: false, app: (stack) => task(stack, undefined, {}) },
  { name: 'a parameter decides what is mounted', caught: false, notChecked: true, app: (stack) => task(stack, parameter(stack)) },
];
