import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function mount(stack: Stack, SourcePath: unknown, ReadOnly = false): void {
  fargateTask(
    stack,
    { RequiresCompatibilities: ['EC2'], Volumes: [{ Name: 'host', Host: { SourcePath } }] },
    { MountPoints: [{ SourceVolume: 'host', ContainerPath: '/host', ReadOnly }] },
  );
}

export const cases: readonly GotchaCase[] = [
  { name: 'it has the socket of Docker', caught: true, app: (stack) => mount(stack, '/var/run/docker.sock') },
  { name: 'the socket is mounted to read', caught: true, app: (stack) => mount(stack, '/run/docker.sock', true) },
  { name: 'it has all there is', caught: true, app: (stack) => mount(stack, '/') },
  { name: 'it has the directory of the socket', caught: true, app: (stack) => mount(stack, '/var/run/') },
  { name: 'it reads all there is', caught: true, consequence: 'worth-knowing', app: (stack) => mount(stack, '/', true) },
  { name: 'it has a directory of its own', caught: false, app: (stack) => mount(stack, '/var/lib/shop') },
  { name: 'it has an empty directory', caught: false, app: (stack) => mount(stack, undefined) },
  { name: 'a parameter decides', caught: false, notChecked: true, app: (stack) => mount(stack, parameter(stack)) },
];
