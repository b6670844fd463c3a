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

/** Another task with one volume of the file system. */
function besides(stack: Stack, configuration: Properties): void {
  resource(stack, 'Other', 'AWS::ECS::TaskDefinition', {
    ContainerDefinitions: [{ Name: 'app', Image: 'app:1', Memory: 512 }],
    Volumes: [{ Name: 'all', EFSVolumeConfiguration: { FilesystemId: { Ref: 'Files' }, ...configuration } }],
  });
}

/** An instance that mounts the file system by a file that cfn-init runs. */
function instance(stack: Stack, source: string): void {
  const host = resource(stack, 'Host', 'AWS::EC2::Instance', { UserData: { 'Fn::Base64': { 'Fn::Sub': '#!/bin/bash\n/opt/aws/bin/cfn-init --stack ${AWS::StackName} --resource Host' } } });
  host.addMetadata('AWS::CloudFormation::Init', { config: { commands: { mount: { command: { 'Fn::Sub': `mount -t efs ${source}:/ /mnt && mkdir /mnt/orders` } } } } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'nothing creates the directory', caught: true, app: (stack) => mounting(stack, { Path: '/orders' }) },
  { name: 'EFS creates the directory', caught: false, app: (stack) => mounting(stack, { Path: '/orders', ...CREATED }) },
  { name: 'the directory is the root', caught: false, app: (stack) => mounting(stack, { Path: '/' }) },
  { name: 'there is no directory', caught: false, app: (stack) => mounting(stack, undefined) },
  {
    name: 'another task mounts the root directory',
    caught: false,
    notChecked: true,
    app: (stack) => { mounting(stack, { Path: '/orders' }); besides(stack, { RootDirectory: '/' }); },
  },
  {
    name: 'another task mounts the root directory by an access point',
    caught: false,
    notChecked: true,
    app: (stack) => {
      mounting(stack, { Path: '/orders' });
      const root = resource(stack, 'Root', 'AWS::EFS::AccessPoint', { FileSystemId: { Ref: 'Files' } });
      besides(stack, { AuthorizationConfig: { AccessPointId: root.ref } });
    },
  },
  { name: 'another task mounts the same directory', caught: true, app: (stack) => { mounting(stack, { Path: '/orders' }); besides(stack, { AuthorizationConfig: { AccessPointId: { Ref: 'Point' } } }); } },
  { name: 'another task mounts a directory without an access point', caught: true, app: (stack) => { mounting(stack, { Path: '/orders' }); besides(stack, { RootDirectory: '/stock' }); } },
  { name: 'an instance mounts the root directory', caught: false, notChecked: true, app: (stack) => { mounting(stack, { Path: '/orders' }); instance(stack, '${Files}'); } },
  { name: 'an instance mounts another file system', caught: true, app: (stack) => { mounting(stack, { Path: '/orders' }); instance(stack, 'fs-1'); } },
  {
    name: 'the task itself mounts the root directory too, which it does not start for',
    caught: true,
    app: (stack) => {
      const files = resource(stack, 'Files', 'AWS::EFS::FileSystem', {});
      const point = resource(stack, 'Point', 'AWS::EFS::AccessPoint', { FileSystemId: files.ref, RootDirectory: { Path: '/orders' } });
      fargateTask(stack, {
        Volumes: [
          { Name: 'all', EFSVolumeConfiguration: { FilesystemId: files.ref } },
          { Name: 'data', EFSVolumeConfiguration: { FilesystemId: files.ref, TransitEncryption: 'ENABLED', AuthorizationConfig: { AccessPointId: point.ref } } },
        ],
      });
    },
  },
  { name: 'there is no access point', caught: false, app: (stack) => mount(stack, resource(stack, 'Files', 'AWS::EFS::FileSystem', {}).ref) },
  { name: 'the file system comes from outside, with its directories', caught: false, notChecked: true, app: (stack) => mounting(stack, { Path: '/orders' }, 'fs-1') },
  { name: 'the access point comes from outside', caught: false, notChecked: true, app: (stack) => mount(stack, 'fs-1', { AccessPointId: 'fsap-1' }) },
  { name: 'a parameter is the path', caught: false, notChecked: true, app: (stack) => mounting(stack, { Path: parameter(stack) }) },
];
