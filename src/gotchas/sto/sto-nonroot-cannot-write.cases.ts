import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function writing(stack: Stack, container: Properties, efs: Properties = {}, init: Properties = { MountPoints: [] }): void {
  const fileSystem = resource(stack, 'FileSystem', 'AWS::EFS::FileSystem', { Encrypted: true });
  const mounted = { MountPoints: [{ SourceVolume: 'data', ContainerPath: '/data' }] };
  fargateTask(stack, {
    Volumes: [{ Name: 'data', EFSVolumeConfiguration: { FilesystemId: fileSystem.ref, ...efs } }],
    ContainerDefinitions: [{ Name: 'app', Image: 'app:1', ...mounted, ...container }, { Name: 'init', Image: 'init:1', ...mounted, ...init }],
  });
}

const READ_ONLY = { MountPoints: [{ SourceVolume: 'data', ContainerPath: '/data', ReadOnly: true }] };

export const cases: readonly GotchaCase[] = [
  { name: 'a user of its own writes', caught: true, app: (stack) => writing(stack, { User: '1000:1000' }) },
  { name: 'root only reads', caught: true, app: (stack) => writing(stack, { User: 'app' }, {}, { User: 'root', ...READ_ONLY }) },
  { name: 'root writes', caught: false, app: (stack) => writing(stack, { User: '0' }) },
  { name: 'the image decides who writes', caught: false, app: (stack) => writing(stack, {}) },
  { name: 'there is an access point', caught: false, app: (stack) => writing(stack, { User: '1000' }, { TransitEncryption: 'ENABLED', AuthorizationConfig: { AccessPointId: 'fsap-1' } }) },
  { name: 'root may prepare the directory', caught: false, app: (stack) => writing(stack, { User: '1000' }, {}, { User: 'root' }) },
  { name: 'it only reads', caught: false, app: (stack) => writing(stack, { User: '1000', ...READ_ONLY }) },
  { name: 'the file system comes from outside', caught: false, notChecked: true, app: (stack) => writing(stack, { User: '1000' }, { FilesystemId: 'fs-1' }) },
  { name: 'a parameter is the user', caught: false, notChecked: true, app: (stack) => writing(stack, { User: parameter(stack) }) },
];
