import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function waiting(stack: Stack, Condition: unknown): void {
  fargateTask(stack, {
    ContainerDefinitions: [
      { Name: 'app', Image: 'app:1', DependsOn: [{ ContainerName: 'proxy', Condition }] },
      { Name: 'proxy', Image: 'proxy:1', Essential: false },
    ],
  });
}

function mounted(stack: Stack, configuration: Properties): void {
  fargateTask(stack, { Volumes: [{ Name: 'data', EFSVolumeConfiguration: { FilesystemId: 'fs-1', ...configuration } }] });
}

function listening(stack: Stack, Protocol: unknown): void {
  fargateTask(stack, {}, { PortMappings: [{ ContainerPort: 80, Protocol }] });
}

function files(stack: Stack, Type: string): void {
  fargateTask(stack, {}, { EnvironmentFiles: [{ Type, Value: 'arn:aws:s3:::shop/app.env' }] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a condition is one of Docker Compose', caught: true, app: (stack) => waiting(stack, 'service_started') },
  { name: 'a condition is in small letters', caught: true, app: (stack) => waiting(stack, 'start') },
  { name: 'the network mode is misspelt', caught: true, app: (stack) => void fargateTask(stack, { NetworkMode: 'vpc' }) },
  { name: 'the network mode is in capitals', caught: true, consequence: 'risk', app: (stack) => void fargateTask(stack, { NetworkMode: 'AWSVPC' }) },
  { name: 'the compatibility is one of Docker', caught: true, app: (stack) => void fargateTask(stack, { RequiresCompatibilities: ['FARGATE', 'SPOT'] }) },
  { name: 'the architecture is that of Docker', caught: true, app: (stack) => void fargateTask(stack, { RuntimePlatform: { CpuArchitecture: 'AMD64' } }) },
  { name: 'the system is that of an older list', caught: true, app: (stack) => void fargateTask(stack, { RuntimePlatform: { OperatingSystemFamily: 'WINDOWS' } }) },
  { name: 'the type of an environment file is a capital', caught: true, consequence: 'risk', app: (stack) => files(stack, 'S3') },
  { name: 'version consistency is a boolean in words', caught: true, app: (stack) => void fargateTask(stack, {}, { VersionConsistency: 'DISABLED' }) },
  { name: 'transit encryption is in small letters', caught: true, app: (stack) => mounted(stack, { TransitEncryption: 'enabled' }) },
  { name: 'IAM is a boolean', caught: true, app: (stack) => mounted(stack, { TransitEncryption: 'ENABLED', AuthorizationConfig: { IAM: true } }) },
  { name: 'the memory has a unit of Docker', caught: true, app: (stack) => void fargateTask(stack, { Memory: '512MB' }) },
  { name: 'the memory is in GB', caught: false, app: (stack) => void fargateTask(stack, { Memory: '0.5GB', Cpu: '.25 vCPU' }) },
  { name: 'the protocol of a port is that of the application', caught: true, consequence: 'misbehaves', app: (stack) => listening(stack, 'http') },
  { name: 'the protocol of a port is in capitals', caught: false, app: (stack) => listening(stack, 'TCP') },
  { name: 'all words are those of the API', caught: false, app: (stack) => waiting(stack, 'START') },
  { name: 'no word is set', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'a parameter decides the condition', caught: false, notChecked: true, app: (stack) => waiting(stack, parameter(stack)) },
];
