import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function managed(stack: Stack, task: Properties = {}, container: Properties = {}): void {
  fargateTask(stack, { RequiresCompatibilities: ['MANAGED_INSTANCES'], ...task }, container);
}

export const cases: readonly GotchaCase[] = [
  { name: 'the network mode is left to its default', caught: true, app: (stack) => managed(stack, { NetworkMode: undefined }) },
  { name: 'it runs Windows', caught: true, app: (stack) => managed(stack, { RuntimePlatform: { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }) },
  { name: 'containers share memory', caught: true, app: (stack) => managed(stack, { IpcMode: 'task' }) },
  { name: 'a disk is asked for', caught: true, app: (stack) => managed(stack, { EphemeralStorage: { SizeInGiB: 50 } }) },
  { name: 'a Docker volume is asked for', caught: true, app: (stack) => managed(stack, { Volumes: [{ Name: 'data', DockerVolumeConfiguration: { Driver: 'local' } }] }) },
  { name: 'the logs go to journald', caught: true, app: (stack) => managed(stack, {}, { LogConfiguration: { LogDriver: 'journald' } }) },
  { name: 'there is a proxy of App Mesh', caught: true, app: (stack) => managed(stack, { ProxyConfiguration: { ContainerName: 'envoy' } }) },
  { name: 'it may run on EC2 as well', caught: true, app: (stack) => managed(stack, { RequiresCompatibilities: ['EC2', 'MANAGED_INSTANCES'], NetworkMode: 'bridge' }) },
  {
    name: 'every setting is supported',
    caught: false,
    app: (stack) => managed(stack, { NetworkMode: 'host', Volumes: [{ Name: 'data', Host: { SourcePath: '/data' } }] }, {
      Privileged: true, LogConfiguration: { LogDriver: 'json-file' },
    }),
  },
  { name: 'it is for EC2', caught: false, app: (stack) => managed(stack, { RequiresCompatibilities: ['EC2'], NetworkMode: 'bridge', IpcMode: 'host' }) },
  { name: 'a parameter decides the network mode', caught: false, notChecked: true, app: (stack) => managed(stack, { NetworkMode: parameter(stack) }) },
];
