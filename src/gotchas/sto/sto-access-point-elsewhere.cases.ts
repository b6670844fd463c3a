import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function files(stack: Stack, id: string): CfnResource {
  return resource(stack, id, 'AWS::EFS::FileSystem', {});
}

function mounting(stack: Stack, FilesystemId: unknown, owner: unknown): void {
  const point = resource(stack, 'Point', 'AWS::EFS::AccessPoint', { FileSystemId: owner });
  fargateTask(stack, {
    Volumes: [{ Name: 'data', EFSVolumeConfiguration: { FilesystemId, TransitEncryption: 'ENABLED', AuthorizationConfig: { AccessPointId: point.ref } } }],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the app has two file systems', caught: true, app: (stack) => mounting(stack, files(stack, 'Files').ref, files(stack, 'Other').ref) },
  { name: 'two file systems are from outside', caught: true, app: (stack) => mounting(stack, 'fs-0123456789abcdef0', 'fs-0123456789abcdef1') },
  {
    name: 'they are of one file system',
    caught: false,
    app: (stack) => {
      const { ref } = files(stack, 'Files');
      mounting(stack, ref, ref);
    },
  },
  {
    name: 'the file system is named by its attribute and by its id',
    caught: false,
    app: (stack) => {
      const own = files(stack, 'Files');
      mounting(stack, own.getAtt('FileSystemId'), own.ref);
    },
  },
  { name: 'one is of the app, the other one a text', caught: false, notChecked: true, app: (stack) => mounting(stack, files(stack, 'Files').ref, 'fs-0123456789abcdef0') },
  { name: 'a parameter decides the file system', caught: false, notChecked: true, app: (stack) => mounting(stack, parameter(stack), files(stack, 'Files').ref) },
  {
    name: 'there is no access point',
    caught: false,
    app: (stack) => void fargateTask(stack, { Volumes: [{ Name: 'data', EFSVolumeConfiguration: { FilesystemId: files(stack, 'Files').ref } }] }),
  },
];
