import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import type { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { EfsMount, FargateWorkerService, type EfsMountProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { IMAGE, testCluster, testStack, testVpc } from '../support/stacks';

function importedFiles(stack: Stack, id: string): efs.IFileSystem {
  return efs.FileSystem.fromFileSystemAttributes(stack, id, {
    fileSystemId: 'fs-1', securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, `${id}Group`, 'sg-files'),
  });
}

function mount(stack: Stack, props: Partial<EfsMountProps>): void {
  const task = new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE });
  new EfsMount(stack, 'Uploads', { task, fileSystem: importedFiles(stack, 'Files'), containerPath: '/srv/uploads', posixUser: { uid: 1000, gid: 1000 }, ...props });
}

describe('EfsMount accepts', () => {
  test.each<[string, Partial<EfsMountProps>]>([
    ['the greatest id', { posixUser: { uid: 4294967295, gid: 4294967295 } }],
    ['a directory of 100 characters', { accessPointPath: `/${'a'.repeat(99)}` }],
    ['permissions of 4 digits', { directoryPermissions: '0750' }],
    ['the root directory to read only', { accessPointPath: '/', readOnly: true }],
    ['the root directory as root', { accessPointPath: '/', posixUser: { uid: 0, gid: 0 }, allowRoot: true }],
  ])('%s', (_, props) => {
    const stack = testStack();
    mount(stack, props);
    Template.fromStack(stack).hasResourceProperties('AWS::EFS::AccessPoint', { FileSystemId: 'fs-1' });
  });

  test.each<[string, (stack: Stack) => efs.IFileSystem]>([
    ['of the same file system', (stack) => importedFiles(stack, 'Again')],
    ['of a file system that may be the same', (stack) => new efs.FileSystem(stack, 'Own', { vpc: testVpc(new Construct(stack, 'Elsewhere')) })],
  ])('an access point %s', (_, owner) => {
    const stack = testStack();
    const accessPoint = efs.AccessPoint.fromAccessPointAttributes(stack, 'Point', { accessPointId: 'fsap-1', fileSystem: owner(stack) });
    mount(stack, { accessPoint, posixUser: undefined });
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', {
      Volumes: [Match.objectLike({ EFSVolumeConfiguration: Match.objectLike({ AuthorizationConfig: { AccessPointId: 'fsap-1', IAM: 'ENABLED' } }) })],
    });
  });
});

test('EfsMount fails when a tmpfs has the path', () => {
  const stack = testStack();
  const tmpfs = [{ containerPath: '/srv/uploads', sizeMiB: 16 }];
  const task = new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, linux: { tmpfs } });
  const fileSystem = importedFiles(stack, 'Files');
  expect(refusalOf(stack, 'Uploads', (scope, id) => new EfsMount(scope, id, { task, fileSystem, containerPath: '/srv/uploads/', posixUser: { uid: 1, gid: 1 } })))
    .toContain("where container 'app' mounts another volume");
});
