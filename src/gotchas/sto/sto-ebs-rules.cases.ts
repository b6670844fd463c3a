import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const ROLE = 'arn:aws:iam::111122223333:role/infrastructure';

/** A service with one EBS volume, valid except for the arguments. */
function ebs(stack: Stack, volume: Properties = {}, options: Properties = {}, task: Properties = {}): void {
  service(stack, {
    TaskDefinition: fargateTask(stack, { Volumes: [{ Name: 'data', ConfiguredAtLaunch: true }], ...task }).ref,
    VolumeConfigurations: [configured('data', volume)],
    ...options,
  });
}

function configured(Name: string, volume: Properties = {}): Properties {
  return { Name, ManagedEBSVolume: { RoleArn: ROLE, SizeInGiB: 20, VolumeType: 'gp3', ...volume } };
}

const WINDOWS = { RuntimePlatform: { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } };

export const cases: readonly GotchaCase[] = [
  { name: 'the service does not configure it', caught: true, app: (stack) => ebs(stack, {}, { VolumeConfigurations: undefined }) },
  { name: 'the task does not declare it', caught: true, app: (stack) => ebs(stack, {}, {}, { Volumes: [{ Name: 'data' }] }) },
  { name: 'the names differ', caught: true, app: (stack) => ebs(stack, {}, { VolumeConfigurations: [configured('disk')] }) },
  {
    name: 'there are two',
    caught: true,
    app: (stack) => ebs(stack, {}, { VolumeConfigurations: [configured('data'), configured('more')] }, {
      Volumes: ['data', 'more'].map((Name) => ({ Name, ConfiguredAtLaunch: true })),
    }),
  },
  { name: 'CodeDeploy deploys the service', caught: true, app: (stack) => ebs(stack, {}, { DeploymentController: { Type: 'CODE_DEPLOY' } }) },
  { name: 'the service is a daemon', caught: true, app: (stack) => ebs(stack, {}, { SchedulingStrategy: 'DAEMON', LaunchType: 'EC2' }, { RequiresCompatibilities: ['EC2'] }) },
  { name: 'it has neither size nor snapshot', caught: true, app: (stack) => ebs(stack, { SizeInGiB: undefined }) },
  { name: 'there is no role', caught: true, app: (stack) => ebs(stack, { RoleArn: undefined }) },
  { name: 'it is too small for its type', caught: true, app: (stack) => ebs(stack, { VolumeType: 'st1', SizeInGiB: 100 }) },
  { name: 'io2 has no IOPS', caught: true, app: (stack) => ebs(stack, { VolumeType: 'io2' }) },
  { name: 'gp3 has too few IOPS', caught: true, app: (stack) => ebs(stack, { Iops: 1000 }) },
  { name: 'gp2 has throughput', caught: true, app: (stack) => ebs(stack, { VolumeType: 'gp2', Throughput: 250 }) },
  { name: 'a magnetic disk on Fargate', caught: true, app: (stack) => ebs(stack, { VolumeType: 'standard' }) },
  { name: 'NTFS on Linux', caught: true, app: (stack) => ebs(stack, { FilesystemType: 'NTFS' }) },
  { name: 'it is initialized from nothing', caught: true, app: (stack) => ebs(stack, { VolumeInitializationRate: 200 }) },
  { name: 'it is faster than ECS documents', caught: true, consequence: 'risk', app: (stack) => ebs(stack, { Throughput: 2000 }) },
  { name: 'it is in order', caught: false, app: (stack) => ebs(stack, { Iops: 3000, Throughput: 500, FilesystemType: 'ext4' }) },
  { name: 'it comes from a snapshot', caught: false, app: (stack) => ebs(stack, { SizeInGiB: undefined, SnapshotId: 'snap-1', VolumeInitializationRate: 200 }) },
  { name: 'the type is left to its default', caught: false, app: (stack) => ebs(stack, { VolumeType: undefined }) },
  {
    name: 'NTFS on Windows',
    caught: false,
    app: (stack) => ebs(stack, { FilesystemType: 'NTFS' }, { LaunchType: 'EC2' }, { RequiresCompatibilities: ['EC2'], ...WINDOWS }),
  },
  { name: 'there is no EBS volume', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref }) },
  { name: 'a parameter decides the size', caught: false, notChecked: true, app: (stack) => ebs(stack, { SizeInGiB: parameter(stack) }) },
];
