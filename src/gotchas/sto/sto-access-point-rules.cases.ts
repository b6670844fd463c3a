import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function mounting(stack: Stack, Path: unknown, Permissions: unknown = '750'): void {
  const FileSystemId = resource(stack, 'Files', 'AWS::EFS::FileSystem', {}).ref;
  const RootDirectory = { Path, CreationInfo: { OwnerUid: '1000', OwnerGid: '1000', Permissions } };
  const AccessPointId = resource(stack, 'Point', 'AWS::EFS::AccessPoint', { FileSystemId, RootDirectory }).ref;
  fargateTask(stack, { Volumes: [{ Name: 'data', EFSVolumeConfiguration: { FilesystemId: FileSystemId, TransitEncryption: 'ENABLED', AuthorizationConfig: { AccessPointId } } }] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the path is relative', caught: true, app: (stack) => mounting(stack, 'shop') },
  { name: 'the path is too deep', caught: true, app: (stack) => mounting(stack, '/a/b/c/d/e') },
  { name: 'the path is too long', caught: true, app: (stack) => mounting(stack, `/${'a'.repeat(100)}`) },
  { name: 'the permissions are in letters', caught: true, app: (stack) => mounting(stack, '/shop', 'rwxr-x---') },
  { name: 'the path is absolute', caught: false, app: (stack) => mounting(stack, '/shop/uploads', '0755') },
  { name: 'the path is the root directory', caught: false, app: (stack) => mounting(stack, '/') },
  { name: 'a parameter decides the path', caught: false, notChecked: true, app: (stack) => mounting(stack, parameter(stack)) },
];
