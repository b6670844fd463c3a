import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const ARN = 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-1';
const ROLE = { TaskRoleArn: 'arn:aws:iam::111122223333:role/task' };

function files(stack: Stack, task: Properties, volume: Properties = {}): void {
  fargateTask(stack, { ...task, Volumes: [{ Name: 'data', S3FilesVolumeConfiguration: { FileSystemArn: ARN, ...volume } }] });
}

const POINT = { AccessPointArn: `${ARN}/access-point/fsap-1` };

export const cases: readonly GotchaCase[] = [
  { name: 'there is no task role', caught: true, app: (stack) => files(stack, {}) },
  { name: 'the root directory is set twice', caught: true, app: (stack) => files(stack, ROLE, { ...POINT, RootDirectory: '/data' }) },
  { name: 'there is a task role', caught: false, app: (stack) => files(stack, ROLE, { RootDirectory: '/data' }) },
  { name: 'the access point has the root directory', caught: false, app: (stack) => files(stack, ROLE, { ...POINT, RootDirectory: '/' }) },
  { name: 'the volume is EFS', caught: false, app: (stack) => void fargateTask(stack, { Volumes: [{ Name: 'data', EFSVolumeConfiguration: { FilesystemId: 'fs-1' } }] }) },
  { name: 'a parameter is the directory', caught: false, notChecked: true, app: (stack) => files(stack, ROLE, { ...POINT, RootDirectory: parameter(stack) }) },
];
