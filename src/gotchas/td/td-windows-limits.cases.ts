import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function windows(stack: Stack, platform: Properties, task: Properties = {}): void {
  fargateTask(stack, {
    RuntimePlatform: { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE', ...platform }, Cpu: '1024', Memory: '2048', ...task,
  });
}

function withSetting(container: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { ContainerDefinitions: [{ Name: 'app', Image: 'mcr.microsoft.com/windows/servercore/iis', ...container }] };
}

export const cases: readonly GotchaCase[] = [
  { name: 'Windows on ARM', caught: true, app: (stack) => windows(stack, { CpuArchitecture: 'ARM64' }) },
  { name: 'half a vCPU on Fargate', caught: true, app: (stack) => windows(stack, {}, { Cpu: '512' }) },
  { name: 'eight vCPU on Fargate', caught: true, app: (stack) => windows(stack, {}, { Cpu: '8192', Memory: '16384' }) },
  {
    name: 'an EFS volume',
    caught: true,
    app: (stack) => windows(stack, {}, { Volumes: [{ Name: 'data', EFSVolumeConfiguration: { FilesystemId: 'fs-1' } }] }),
  },
  { name: 'an EBS volume on Fargate', caught: true, app: (stack) => windows(stack, {}, { Volumes: [{ Name: 'data', ConfiguredAtLaunch: true }] }) },
  {
    name: 'a read-only root file system',
    caught: true,
    app: (stack) => windows(stack, {}, { ContainerDefinitions: [{ Name: 'app', Image: 'app:1', ReadonlyRootFilesystem: true }] }),
  },
  {
    name: 'a root file system that is explicitly writable',
    caught: false,
    app: (stack) => windows(stack, {}, { ContainerDefinitions: [{ Name: 'app', Image: 'app:1', ReadonlyRootFilesystem: false }] }),
  },
  {
    name: 'a parameter decides whether the root file system is read-only',
    caught: false,
    notChecked: true,
    app: (stack) => windows(stack, {}, { ContainerDefinitions: [{ Name: 'app', Image: 'app:1', ReadonlyRootFilesystem: parameter(stack) }] }),
  },
  {
    name: 'a read-only root file system on Linux',
    caught: false,
    app: (stack) => void fargateTask(stack, {}, { ReadonlyRootFilesystem: true }),
  },
  {
    name: 'an EBS volume on EC2',
    caught: false,
    app: (stack) => windows(stack, {}, { RequiresCompatibilities: ['EC2'], Volumes: [{ Name: 'data', ConfiguredAtLaunch: true }] }),
  },
  { name: 'there is an init process', caught: true, consequence: 'misbehaves', app: (stack) => windows(stack, {}, withSetting({ LinuxParameters: { InitProcessEnabled: true } })) },
  { name: 'there are limits', caught: true, consequence: 'misbehaves', app: (stack) => windows(stack, {}, withSetting({ Ulimits: [{ Name: 'nofile', SoftLimit: 65535, HardLimit: 65535 }] })) },
  { name: 'there are kernel parameters', caught: true, consequence: 'misbehaves', app: (stack) => windows(stack, {}, withSetting({ SystemControls: [{ Namespace: 'net.core.somaxconn', Value: '1024' }] })) },
  { name: 'a volume of the task', caught: false, app: (stack) => windows(stack, {}, { Volumes: [{ Name: 'data' }] }) },
  {
    name: 'the architecture is wrong, and the cpu not known',
    caught: true,
    app: (stack) => windows(stack, { CpuArchitecture: 'ARM64' }, { Cpu: parameter(stack) }),
  },
  { name: 'the architecture is left to its default', caught: false, app: (stack) => windows(stack, {}) },
  { name: 'four vCPU on X86_64', caught: false, app: (stack) => windows(stack, { CpuArchitecture: 'X86_64' }, { Cpu: '4 vCPU', Memory: '8 GB' }) },
  { name: 'half a vCPU on EC2', caught: false, app: (stack) => windows(stack, {}, { RequiresCompatibilities: ['EC2'], Cpu: '512' }) },
  { name: 'Linux on ARM', caught: false, app: (stack) => void fargateTask(stack, { RuntimePlatform: { CpuArchitecture: 'ARM64' } }) },
  { name: 'a parameter decides the cpu', caught: false, notChecked: true, app: (stack) => windows(stack, {}, { Cpu: parameter(stack) }) },
  {
    name: 'a parameter decides the operating system',
    caught: false,
    notChecked: true,
    app: (stack) => windows(stack, { OperatingSystemFamily: parameter(stack), CpuArchitecture: 'ARM64' }),
  },
];
