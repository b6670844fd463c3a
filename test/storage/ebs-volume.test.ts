import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Size, type Stack } from 'aws-cdk-lib/core';
import {
  Deployment, EbsVolume, Ec2DaemonService, FargateSize, FargateWebService, FargateWorkerService, Ingress, type EbsVolumeProps, type IEcsWorkload,
} from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

function worker(stack: Stack, props: object = {}): FargateWorkerService {
  return new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, ...props });
}

function volume(stack: Stack, props: Partial<EbsVolumeProps> = {}, service: IEcsWorkload = worker(stack)): EbsVolume {
  return new EbsVolume(stack, 'Index', { service, size: Size.gibibytes(20), containerPath: '/index', ...props });
}

function refusal(props: Partial<EbsVolumeProps>, stack = testStack(), service: IEcsWorkload = worker(stack)): string {
  return refusalOf(stack, 'Index', (scope, id) => new EbsVolume(scope, id, { service, size: Size.gibibytes(20), containerPath: '/index', ...props }));
}

describe.each(FLAG_SETS)('EbsVolume with $flags', ({ context }) => {
  test('synthesizes its recorded template', () => {
    const stack = testStack(context);
    volume(stack);
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });
});

test('is in the task definition, in the service and in the container by one name', () => {
  const stack = testStack();
  volume(stack, { iops: 4000, throughputMiBps: 250, fileSystem: ecs.FileSystemType.EXT4 });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::ECS::TaskDefinition', {
    Volumes: [{ Name: 'Index', ConfiguredAtLaunch: true }],
    ContainerDefinitions: [Match.objectLike({ MountPoints: [{ SourceVolume: 'Index', ContainerPath: '/index', ReadOnly: false }] })],
  });
  template.hasResourceProperties('AWS::ECS::Service', {
    VolumeConfigurations: [{
      Name: 'Index',
      ManagedEBSVolume: Match.objectLike({ SizeInGiB: 20, VolumeType: 'gp3', FilesystemType: 'ext4', Encrypted: true, Iops: 4000, Throughput: 250 }),
    }],
  });
});

test('lets ECS create volumes with its key before the service starts', () => {
  const stack = testStack();
  volume(stack, { encryptionKey: new kms.Key(stack, 'Key') });
  const template = Template.fromStack(stack);
  const [[policy]] = Object.entries(template.findResources('AWS::IAM::Policy'));
  template.hasResource('AWS::ECS::Service', { DependsOn: Match.arrayWith([policy]) });
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: 'kms:CreateGrant', Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } })]) },
  });
});

test('starts from a snapshot, at a rate', () => {
  const stack = testStack();
  volume(stack, { size: undefined, snapshotId: 'snap-0123456789abcdef0', volumeInitializationRate: Size.mebibytes(200) });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', {
    VolumeConfigurations: [{ Name: 'Index', ManagedEBSVolume: Match.objectLike({ SnapshotId: 'snap-0123456789abcdef0', VolumeInitializationRate: 200, SizeInGiB: Match.absent() }) }],
  });
});

test('uses a role that exists', () => {
  const stack = testStack();
  volume(stack, { infrastructureRole: iam.Role.fromRoleArn(stack, 'Given', 'arn:aws:iam::111122223333:role/volumes') });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', {
    VolumeConfigurations: [{ Name: 'Index', ManagedEBSVolume: Match.objectLike({ RoleArn: 'arn:aws:iam::111122223333:role/volumes' }) }],
  });
});

test('does not check tokens', () => {
  const stack = testStack();
  const { number, text } = tokens(stack);
  const reference = { Ref: 'Number' };
  volume(stack, { size: Size.gibibytes(number), iops: number, throughputMiBps: number, containerPath: text });
  templateWithoutTokens(stack).hasResourceProperties('AWS::ECS::Service', {
    VolumeConfigurations: [{ Name: 'Index', ManagedEBSVolume: Match.objectLike({ SizeInGiB: reference, Iops: reference, Throughput: reference }) }],
  });
});

test('a rate is a token', () => {
  const stack = testStack();
  volume(stack, { snapshotId: 'snap-0123456789abcdef0', volumeInitializationRate: Size.mebibytes(tokens(stack).number) });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', {
    VolumeConfigurations: [{ Name: 'Index', ManagedEBSVolume: Match.objectLike({ VolumeInitializationRate: { Ref: 'Number' } }) }],
  });
});

test.each<[string, (token: number) => Partial<EbsVolumeProps>, object]>([
  ['size', (token) => ({ size: Size.gibibytes(token) }), { SizeInGiB: { Ref: 'Number' }, Iops: Match.absent(), Throughput: Match.absent() }],
  ['iops', (token) => ({ iops: token }), { SizeInGiB: 20, Iops: { Ref: 'Number' }, Throughput: Match.absent() }],
  ['throughput', (token) => ({ throughputMiBps: token }), { SizeInGiB: 20, Iops: Match.absent(), Throughput: { Ref: 'Number' } }],
  ['throughput beside iops', (token) => ({ throughputMiBps: token, iops: 4000 }), { SizeInGiB: 20, Iops: 4000, Throughput: { Ref: 'Number' } }],
])('the %s alone may be a token', (_, props, expected) => {
  const stack = testStack();
  volume(stack, { size: Size.gibibytes(20), ...props(tokens(stack).number) });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', { VolumeConfigurations: [{ Name: 'Index', ManagedEBSVolume: Match.objectLike(expected) }] });
});

describe('EbsVolume fails when', () => {
  test.each<[string, Partial<EbsVolumeProps>, string]>([
    ['there is no size', { size: undefined }, 'size is left out'],
    ['the size is more than EBS has for its type', { size: Size.gibibytes(2000), volumeType: ec2.EbsDeviceVolumeType.MAGNETIC }, '[sto-ebs-rules]'],
    ['the size is a part of a GiB', { size: Size.mebibytes(512) }, 'size is 0.5 GiB'],
    ['the type needs iops', { volumeType: ec2.EbsDeviceVolumeType.IO2 }, 'iops (none) is needed'],
    ['the iops are too few', { iops: 100 }, 'iops (100)'],
    ['a rate has no snapshot', { volumeInitializationRate: Size.mebibytes(200) }, 'volumeInitializationRate'],
    ['a rate is too high', { snapshotId: 'snap-0123456789abcdef0', volumeInitializationRate: Size.mebibytes(400) }, 'volumeInitializationRate is 400 MiB per second'],
    ['a rate is too low', { snapshotId: 'snap-0123456789abcdef0', volumeInitializationRate: Size.mebibytes(99) }, 'volumeInitializationRate is 99 MiB per second'],
    ['the size is more than EBS has', { size: Size.gibibytes(65537) }, 'size is 65537 GiB'],
    ['the snapshot has other letters', { snapshotId: 'snap-xyz' }, "snapshotId is 'snap-xyz'"],
    ['the snapshot is none', { snapshotId: 'vol-1' }, "snapshotId is 'vol-1'"],
    ['throughput is above that of each type', { throughputMiBps: 2001, iops: 16000 }, 'throughputMiBps is 2001 MiB per second'],
    ['throughput is for another type', { throughputMiBps: 200, volumeType: ec2.EbsDeviceVolumeType.GP2 }, 'throughput (200 MiB/s)'],
    ['Linux has no NTFS', { fileSystem: ecs.FileSystemType.NTFS }, 'fileSystemType (ntfs)'],
    ['the path is relative', { containerPath: 'index' }, "containerPath is 'index'"],
  ])('%s', (_, props, message) => {
    expect(refusal(props)).toContain(message);
  });

  test('the task has one already', () => {
    const stack = testStack();
    const service = worker(stack);
    new EbsVolume(stack, 'First', { service, size: Size.gibibytes(1), containerPath: '/first' });
    expect(refusal({}, stack, service)).toContain('is a second EBS volume');
  });

  test('the service is a daemon', () => {
    const stack = testStack();
    const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Ec2', { clusterName: 'ec2', vpc: testCluster(stack).vpc, hasEc2Capacity: true });
    expect(refusal({}, stack, new Ec2DaemonService(stack, 'Agent', { cluster, image: IMAGE, memoryLimitMiB: 64 }))).toContain('schedulingStrategy (DAEMON)');
  });

  test('CodeDeploy deploys the service', () => {
    const stack = testStack();
    const service = new FargateWebService(stack, 'Web', {
      cluster: testCluster(stack), image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp(), deployment: Deployment.codeDeploy(),
    });
    expect(refusal({}, stack, service)).toContain('deploymentController (CODE_DEPLOY)');
  });

  test('Windows runs on Fargate', () => {
    const stack = testStack();
    const runtimePlatform = { operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE };
    const service = worker(stack, { size: FargateSize.of(1024, 2048), runtimePlatform });
    expect(refusal({ containerPath: 'C:\\index' }, stack, service)).toContain('Windows containers on Fargate');
  });
});
