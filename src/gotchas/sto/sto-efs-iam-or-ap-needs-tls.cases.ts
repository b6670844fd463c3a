import { FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function efs(stack: Stack, AuthorizationConfig: Properties | undefined, more: Properties = {}): void {
  fargateTask(stack, { Volumes: [{ Name: 'data', EFSVolumeConfiguration: { FilesystemId: 'fs-1', AuthorizationConfig, ...more } }] });
}

const POINT = { AccessPointId: 'fsap-1' };
const TLS = { TransitEncryption: 'ENABLED' };

export const cases: readonly GotchaCase[] = [
  { name: 'IAM decides, and nothing is encrypted', caught: true, app: (stack) => efs(stack, { IAM: 'ENABLED' }) },
  { name: 'there is an access point, and nothing is encrypted', caught: true, app: (stack) => efs(stack, POINT, { TransitEncryption: 'DISABLED' }) },
  { name: 'the root directory is set twice', caught: true, app: (stack) => efs(stack, POINT, { ...TLS, RootDirectory: '/data' }) },
  {
    name: 'the CDK lets it pass',
    caught: true,
    app: (stack) => {
      const efsVolumeConfiguration = { fileSystemId: 'fs-1', authorizationConfig: { accessPointId: 'fsap-1' } };
      new FargateTaskDefinition(stack, 'Task', { volumes: [{ name: 'data', efsVolumeConfiguration }] });
    },
  },
  { name: 'there is a port for encryption, and nothing is encrypted', caught: true, consequence: 'misbehaves', app: (stack) => efs(stack, undefined, { TransitEncryptionPort: 2999 }) },
  { name: 'the port is none', caught: true, app: (stack) => efs(stack, undefined, { ...TLS, TransitEncryptionPort: 70000 }) },
  { name: 'the port is one', caught: false, app: (stack) => efs(stack, undefined, { ...TLS, TransitEncryptionPort: 2999 }) },
  { name: 'all is encrypted', caught: false, app: (stack) => efs(stack, { ...POINT, IAM: 'ENABLED' }, { ...TLS, RootDirectory: '/' }) },
  { name: 'neither is asked for', caught: false, app: (stack) => efs(stack, undefined, { RootDirectory: '/data' }) },
  { name: 'IAM is switched off', caught: false, app: (stack) => efs(stack, { IAM: 'DISABLED' }) },
  { name: 'a parameter decides on encryption', caught: false, notChecked: true, app: (stack) => efs(stack, POINT, { TransitEncryption: parameter(stack) }) },
];
