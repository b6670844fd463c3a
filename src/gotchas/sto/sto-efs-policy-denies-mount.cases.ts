import { ContainerImage, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { FileSystem } from 'aws-cdk-lib/aws-efs';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, role } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const VIA_TARGET = { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } };
const UNENCRYPTED = { Bool: { 'aws:SecureTransport': 'false' } };
const MOUNT = 'elasticfilesystem:ClientMount';
const WRITE = 'elasticfilesystem:ClientWrite';
const IAM = { TransitEncryption: 'ENABLED', AuthorizationConfig: { IAM: 'ENABLED' } };

const MOUNTED = [{ SourceVolume: 'data', ContainerPath: '/data' }];

const allow = (action: string | string[], more: Properties = {}) => ({ Effect: 'Allow', Principal: { AWS: '*' }, Action: action, ...more });
const deny = (more: Properties) => ({ Effect: 'Deny', Principal: '*', Action: '*', ...more });

function mounting(
  stack: Stack, statements: readonly Properties[] | undefined, volume: Properties = {}, allowed?: readonly string[], mountPoints: unknown = MOUNTED,
): void {
  const policy = statements && { FileSystemPolicy: { Version: '2012-10-17', Statement: statements } };
  const files = resource(stack, 'Files', 'AWS::EFS::FileSystem', { ...policy });
  fargateTask(stack, {
    TaskRoleArn: allowed && role(stack, { Effect: 'Allow', Action: allowed, Resource: '*' }).getAtt('Arn'),
    Volumes: [{ Name: 'data', EFSVolumeConfiguration: { FilesystemId: files.ref, TransitEncryption: 'ENABLED', ...volume } }],
  }, { MountPoints: mountPoints });
}

function mountData(task: FargateTaskDefinition): void {
  task.addContainer('app', { image: ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27') })
    .addMountPoints({ sourceVolume: 'data', containerPath: '/data', readOnly: false });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the policy leaves ClientMount out, and the volume is anonymous', caught: true, app: (stack) => mounting(stack, [allow([WRITE], { Condition: VIA_TARGET })]) },
  {
    name: 'the policy leaves ClientMount out, and the task role too',
    caught: true,
    app: (stack) => mounting(stack, [allow(WRITE)], IAM, [WRITE]),
  },
  { name: 'everything is denied', caught: true, app: (stack) => mounting(stack, [allow('*'), deny({})]) },
  { name: 'connections without encryption are denied', caught: true, app: (stack) => mounting(stack, [allow('*'), deny({ Condition: UNENCRYPTED })], { TransitEncryption: 'DISABLED' }) },
  {
    name: 'the CDK denies anonymous access, and the volume is anonymous',
    caught: true,
    app: (stack) => {
      const files = new FileSystem(stack, 'Files', { vpc: new Vpc(stack, 'Vpc'), allowAnonymousAccess: false });
      const task = new FargateTaskDefinition(stack, 'Task');
      task.addVolume({ name: 'data', efsVolumeConfiguration: { fileSystemId: files.fileSystemId } });
      mountData(task);
    },
  },
  { name: 'there is no policy', caught: false, app: (stack) => mounting(stack, undefined) },
  { name: 'the policy allows every mount', caught: false, app: (stack) => mounting(stack, [allow([MOUNT, WRITE], { Condition: VIA_TARGET })]) },
  { name: 'the policy allows all actions on files', caught: false, app: (stack) => mounting(stack, [allow('elasticfilesystem:Client*')]) },
  { name: 'the task role allows it', caught: false, app: (stack) => mounting(stack, [allow(WRITE)], IAM, [MOUNT]) },
  { name: 'the connection is encrypted', caught: false, app: (stack) => mounting(stack, [allow('*'), deny({ Condition: UNENCRYPTED })]) },
  {
    name: 'the CDK denies anonymous access, and grants the task role',
    caught: false,
    app: (stack) => {
      const files = new FileSystem(stack, 'Files', { vpc: new Vpc(stack, 'Vpc'), allowAnonymousAccess: false });
      const task = new FargateTaskDefinition(stack, 'Task');
      files.grantReadWrite(task.taskRole);
      task.addVolume({
        name: 'data', efsVolumeConfiguration: { fileSystemId: files.fileSystemId, transitEncryption: 'ENABLED', authorizationConfig: { iam: 'ENABLED' } },
      });
      mountData(task);
    },
  },
  { name: 'the policy allows one role', caught: false, notChecked: true, app: (stack) => mounting(stack, [allow(MOUNT, { Principal: { AWS: 'arn:aws:iam::1:role/a' } })], IAM, [WRITE]) },
  {
    name: 'a parameter names who may mount',
    caught: false,
    notChecked: true,
    app: (stack) => mounting(stack, [allow(MOUNT, { Principal: { AWS: parameter(stack) } })]),
  },
  { name: 'the policy denies on a condition', caught: false, notChecked: true, app: (stack) => mounting(stack, [allow('*'), deny({ Condition: { StringEquals: { 'aws:a': 'b' } } })]) },
  { name: 'a parameter turns IAM on', caught: false, notChecked: true, app: (stack) => mounting(stack, [allow(WRITE)], { AuthorizationConfig: { IAM: parameter(stack) } }, [MOUNT]) },
  { name: 'no container mounts the volume', caught: false, notChecked: true, app: (stack) => mounting(stack, [allow(WRITE)], {}, undefined, []) },
  {
    name: 'the file system comes from outside',
    caught: false,
    notChecked: true,
    app: (stack) => void fargateTask(stack, { Volumes: [{ Name: 'data', EFSVolumeConfiguration: { FilesystemId: 'fs-1' } }] }),
  },
];
