import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

export const cases: readonly GotchaCase[] = [
  { name: 'a directory of the host is mounted', caught: true, app: (stack) => void fargateTask(stack, { Volumes: [{ Name: 'data', Host: { SourcePath: '/data' } }] }) },
  {
    name: 'a Docker volume is asked for',
    caught: true,
    app: (stack) => void fargateTask(stack, { Volumes: [{ Name: 'data', DockerVolumeConfiguration: { Driver: 'local' } }] }),
  },
  {
    name: 'FSx for Windows is mounted',
    caught: true,
    app: (stack) => void fargateTask(stack, { Volumes: [{ Name: 'data', FSxWindowsFileServerVolumeConfiguration: { FileSystemId: 'fs-1' } }] }),
  },
  { name: 'the disk is set to the 20 GiB that are there anyway', caught: true, app: (stack) => void fargateTask(stack, { EphemeralStorage: { SizeInGiB: 20 } }) },
  { name: 'the task declares instances alone', caught: true, consequence: 'misbehaves', app: (stack) => void fargateTask(stack, { RequiresCompatibilities: ['EC2'], EphemeralStorage: { SizeInGiB: 50 } }) },
  { name: 'the disk is larger than the limit of Fargate', caught: true, app: (stack) => void fargateTask(stack, { EphemeralStorage: { SizeInGiB: '201' } }) },
  {
    name: 'only the capacity provider of the service is Fargate',
    caught: true,
    app: (stack) => void service(stack, {
      LaunchType: undefined,
      CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE_SPOT', Weight: 1 }],
      TaskDefinition: fargateTask(stack, { RequiresCompatibilities: undefined, Volumes: [{ Name: 'data', Host: { SourcePath: '/data' } }] }).ref,
    }),
  },
  {
    name: 'bind mount, EFS, EBS and S3 Files are there',
    caught: false,
    app: (stack) => void fargateTask(stack, {
      EphemeralStorage: { SizeInGiB: 200 },
      Volumes: [
        { Name: 'scratch' },
        { Name: 'empty', Host: {} },
        { Name: 'shared', EFSVolumeConfiguration: { FilesystemId: 'fs-1' } },
        { Name: 'disk', ConfiguredAtLaunch: true },
        { Name: 'bucket', S3FilesVolumeConfiguration: { FileSystemArn: 'arn' } },
      ],
    }),
  },
  {
    name: 'the task is for EC2',
    caught: false,
    app: (stack) => void fargateTask(stack, { RequiresCompatibilities: ['EC2'], Volumes: [{ Name: 'data', Host: { SourcePath: '/data' } }] }),
  },
  {
    name: 'a parameter decides the size of the disk',
    caught: false,
    notChecked: true,
    app: (stack) => void fargateTask(stack, { EphemeralStorage: { SizeInGiB: parameter(stack) } }),
  },
];
