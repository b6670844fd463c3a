import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const CREATED = { CreationInfo: { OwnerUid: '1000', OwnerGid: '1000', Permissions: '750' } };

function mounting(stack: Stack, directory: Properties | undefined, fileSystemId?: string): void {
  const FileSystemId = fileSystemId ?? resource(stack, 'Files', 'AWS::EFS::FileSystem', {}).ref;
  const point = resource(stack, 'Point', 'AWS::EFS::AccessPoint', { FileSystemId, RootDirectory: directory });
  mount(stack, FileSystemId, { AccessPointId: point.ref });
}

function mount(stack: Stack, FilesystemId: string, AuthorizationConfig?: Properties): void {
  fargateTask(stack, { Volumes: [{ Name: 'data', EFSVolumeConfiguration: { FilesystemId, TransitEncryption: 'ENABLED', AuthorizationConfig } }] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'nothing creates the directory', caught: true, app: (stack) => mounting(stack, { Path: '/orders' }) },
  { name: 'EFS creates the directory', caught: false, app: (stack) => mounting(stack, { Path: '/orders', ...CREATED }) },
  { name: 'the directory is the root', caught: false, app: (stack) => mounting(stack, { Path: '/' }) },
  { name: 'there is no directory', caught: false, app: (stack) => mounting(stack, undefined) },
  { name: 'there is no access point', caught: false, app: (stack) => mount(stack, resource(stack, 'Files', 'AWS::EFS::FileSystem', {}).ref) },
  { name: 'the file system comes from outside, with its directories', caught: false, notChecked: true, app: (stack) => mounting(stack, { Path: '/orders' }, 'fs-1') },
  { name: 'the access point comes from outside', caught: false, notChecked: true, app: (stack) => mount(stack, 'fs-1', { AccessPointId: 'fsap-1' }) },
  { name: 'a parameter is the path', caught: false, notChecked: true, app: (stack) => mounting(stack, { Path: parameter(stack) }) },
];
