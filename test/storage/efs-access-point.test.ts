import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import type { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { EfsMount, FargateWorkerService } from '../../src';
import { refusalOf } from '../support/refusals';
import { IMAGE, testCluster, testStack } from '../support/stacks';

function files(stack: Stack, fileSystemId: string): efs.IFileSystem {
  const securityGroup = ec2.SecurityGroup.fromSecurityGroupId(stack, `Group of ${fileSystemId}`, 'sg-0123456789abcdef0');
  return efs.FileSystem.fromFileSystemAttributes(stack, fileSystemId, { fileSystemId, securityGroup });
}

function mounting(stack: Stack, accessPoint: efs.IAccessPoint): (scope: Construct, id: string) => EfsMount {
  const task = new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE });
  const fileSystem = files(stack, 'fs-0123456789abcdef0');
  return (scope, id) => new EfsMount(scope, id, { task, fileSystem, accessPoint, containerPath: '/srv' });
}

test('an access point of another file system is refused', () => {
  const stack = testStack();
  const fileSystem = files(stack, 'fs-0123456789abcdef1');
  const accessPoint = efs.AccessPoint.fromAccessPointAttributes(stack, 'Point', { accessPointId: 'fsap-1', fileSystem });
  expect(refusalOf(stack, 'Mount', mounting(stack, accessPoint))).toContain('[sto-access-point-elsewhere]');
});

test('an access point whose file system is not known is mounted', () => {
  const stack = testStack();
  const accessPoint = efs.AccessPoint.fromAccessPointId(stack, 'Point', 'fsap-1');
  expect(mounting(stack, accessPoint)(stack, 'Mount').accessPoint).toBe(accessPoint);
});
