import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function task(stack: Stack, networkMode: string | undefined, settings: object, compatibility = 'EC2'): void {
  fargateTask(stack, {
    RequiresCompatibilities: [compatibility],
    NetworkMode: networkMode,
    ContainerDefinitions: [{ Name: 'app', Image: 'public.ecr.aws/acme/app:1', Memory: 128, ...settings }],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a container has a host name', caught: true, app: (stack) => task(stack, 'awsvpc', { Hostname: 'shop' }) },
  { name: 'a container adds hosts', caught: true, app: (stack) => task(stack, 'awsvpc', { ExtraHosts: [{ Hostname: 'db', IpAddress: '10.0.0.1' }] }) },
  { name: 'a container has DNS servers', caught: true, app: (stack) => task(stack, 'awsvpc', { DnsServers: ['10.0.0.2'] }) },
  { name: 'a container has no network', caught: true, app: (stack) => task(stack, 'awsvpc', { DisableNetworking: true }) },
  { name: 'the settings are empty', caught: false, app: (stack) => task(stack, 'awsvpc', { ExtraHosts: [], DnsServers: [], DisableNetworking: false }) },
  { name: 'the task has a bridge', caught: false, app: (stack) => task(stack, 'bridge', { Hostname: 'shop' }) },
  { name: 'the network mode is left to its default', caught: false, app: (stack) => task(stack, undefined, { Hostname: 'shop' }) },
  { name: 'the task is for Fargate, which has another gotcha for it', caught: false, app: (stack) => task(stack, 'awsvpc', { Hostname: 'shop' }, 'FARGATE') },
  { name: 'a parameter decides the network mode', caught: false, notChecked: true, app: (stack) => task(stack, parameter(stack), { Hostname: 'shop' }) },
];
