import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { CfnResource, type Stack } from 'aws-cdk-lib/core';
import { Ec2WorkerService, EcsTask, FargateWorkerService, S3FilesMount, ScratchVolume, type IEcsTask, type S3FilesMountProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

const FILE_SYSTEM = 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0';
const POINT = `${FILE_SYSTEM}/access-point/fsap-0123456789abcdef0`;

function worker(stack: Stack): FargateWorkerService {
  return new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE });
}

function given(stack: Stack) {
  return {
    fileSystemArn: FILE_SYSTEM,
    bucket: s3.Bucket.fromBucketName(stack, 'Bucket', 'photos'),
    securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'Files', 'sg-files'),
    containerPath: '/srv/photos',
  };
}

function mount(stack: Stack, props: Partial<S3FilesMountProps> = {}, task: IEcsTask = worker(stack)): S3FilesMount {
  return new S3FilesMount(stack, 'Photos', { task, ...given(stack), ...props });
}

describe.each(FLAG_SETS)('S3FilesMount with $flags', ({ context }) => {
  test('synthesizes its recorded template', () => {
    const stack = testStack(context);
    mount(stack, { accessPointArn: POINT });
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });
});

test('is allowed, reached and in its place among other volumes', () => {
  const stack = testStack();
  const task = worker(stack);
  new ScratchVolume(stack, 'Work', { task, containerPath: '/work' });
  mount(stack, {}, task);
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::ECS::TaskDefinition', {
    Volumes: [{ Name: 'Work' }, { Name: 'Photos', S3FilesVolumeConfiguration: { FileSystemArn: FILE_SYSTEM } }],
  });
  template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { GroupId: 'sg-files', FromPort: 2049, ToPort: 2049 });
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: [
        { Effect: 'Allow', Action: ['s3files:ClientMount', 's3files:ClientWrite'], Resource: FILE_SYSTEM },
        Match.objectLike({ Action: ['s3:GetObject', 's3:GetObjectVersion'] }),
        Match.objectLike({ Action: 's3:ListBucket' }),
      ],
    },
  });
});

test('is limited to an access point, and only reads on request', () => {
  const stack = testStack();
  mount(stack, { accessPointArn: POINT, readOnly: true });
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: Match.arrayWith([{
        Effect: 'Allow', Action: 's3files:ClientMount', Resource: FILE_SYSTEM, Condition: { StringEquals: { 's3files:AccessPointArn': POINT } },
      }]),
    },
  });
});

test('waits for mount targets of the app', () => {
  const stack = testStack();
  mount(stack, { mountTargets: [new CfnResource(stack, 'Target', { type: 'AWS::S3Files::MountTarget' })] });
  Template.fromStack(stack).hasResource('AWS::ECS::TaskDefinition', { DependsOn: Match.arrayWith(['Target']) });
});

test('does not check tokens', () => {
  const stack = testStack();
  mount(stack, { fileSystemArn: tokens(stack).text });
  templateWithoutTokens(stack);
});

test('decrypts with the key of the bucket', () => {
  const stack = testStack();
  mount(stack, { bucket: new s3.Bucket(stack, 'Encrypted', { encryption: s3.BucketEncryption.KMS }) });
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: 'kms:Decrypt', Effect: 'Allow' })]) },
  });
});

describe('S3FilesMount fails when', () => {
  const refusal = (props: Partial<S3FilesMountProps>, stack: Stack, task: IEcsTask): string => {
    const parts = given(stack);
    return refusalOf(stack, 'Photos', (scope, id) => new S3FilesMount(scope, id, { task, ...parts, ...props }));
  };

  test.each<[string, Partial<S3FilesMountProps>, string]>([
    ['the file system is an id', { fileSystemArn: 'fs-1' }, "fileSystemArn is 'fs-1'"],
    ['the access point is an id', { accessPointArn: 'fsap-1' }, "accessPointArn is 'fsap-1'"],
    ['the access point is one without an id', { accessPointArn: `${FILE_SYSTEM}/access-point/` }, `accessPointArn is '${FILE_SYSTEM}/access-point/'`],
    ['there is no bucket', { bucket: undefined }, 'bucket is left out'],
  ])('%s', (_, props, message) => {
    const stack = testStack();
    expect(refusal(props, stack, worker(stack))).toContain(message);
  });

  test('a task definition has no security groups', () => {
    const stack = testStack();
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
    taskDefinition.addContainer('app', { image: IMAGE });
    expect(refusal({}, stack, EcsTask.fromTaskDefinition(taskDefinition))).toContain('task has no security group');
  });

  test('the task runs on instances', () => {
    const stack = testStack();
    const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Ec2', { clusterName: 'ec2', vpc: testCluster(stack).vpc, hasEc2Capacity: true });
    const task = new Ec2WorkerService(stack, 'Worker', { cluster, image: IMAGE, memoryLimitMiB: 64 });
    expect(refusal({}, stack, task)).toContain('task runs on EC2 instances, which S3 Files is not available on [sto-s3files-on-ec2]');
  });
});
