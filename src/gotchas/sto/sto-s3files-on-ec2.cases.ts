import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const FILES = { S3FilesVolumeConfiguration: { FileSystemArn: 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-1' } };

function running(stack: Stack, properties: Properties, compatible: unknown, volume: Properties = FILES): void {
  service(stack, { ...properties, TaskDefinition: fargateTask(stack, { RequiresCompatibilities: compatible, Volumes: [{ Name: 'photos', ...volume }] }).ref });
}

const EC2 = { LaunchType: 'EC2' };
const PROVIDER = { LaunchType: undefined, CapacityProviderStrategy: [{ CapacityProvider: 'instances', Weight: 1 }] };

export const cases: readonly GotchaCase[] = [
  { name: 'the service has the launch type EC2', caught: true, app: (stack) => running(stack, EC2, ['EC2']) },
  { name: 'the task definition is for Fargate too', caught: true, app: (stack) => running(stack, EC2, ['EC2', 'FARGATE']) },
  { name: 'the task definition is for EC2, behind a capacity provider', caught: true, app: (stack) => running(stack, PROVIDER, ['EC2']) },
  { name: 'the service runs on external instances', caught: true, app: (stack) => running(stack, { LaunchType: 'EXTERNAL' }, ['EXTERNAL']) },
  { name: 'the service runs on Fargate', caught: false, app: (stack) => running(stack, {}, ['FARGATE']) },
  { name: 'the task definition is for Managed Instances', caught: false, app: (stack) => running(stack, PROVIDER, ['MANAGED_INSTANCES']) },
  { name: 'the capacity provider may have Managed Instances', caught: false, app: (stack) => running(stack, PROVIDER, undefined) },
  { name: 'the volume is EFS', caught: false, app: (stack) => running(stack, EC2, ['EC2'], { EFSVolumeConfiguration: { FilesystemId: 'fs-1' } }) },
  { name: 'a parameter is the launch type', caught: false, notChecked: true, app: (stack) => running(stack, { LaunchType: parameter(stack) }, ['FARGATE']) },
];
