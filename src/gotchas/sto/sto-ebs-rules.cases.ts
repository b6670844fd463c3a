import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const ROLE = 'arn:aws:iam::111122223333:role/infrastructure';

/** A service with one EBS volume, valid except for the arguments. */
function ebs(stack: Stack, volume: Properties = {}, options: Properties = {}, task: Properties = {}): void {
  service(stack, {
    TaskDefinition: fargateTask(stack, { Volumes: [{ Name: 'data', ConfiguredAtLaunch: true }], ...task }).ref,
    VolumeConfigurations: [configured('data', volume)],
    ...options,
  });
}

function configured(Name: string, volume: Properties = {}): Properties {
  return { Name, ManagedEBSVolume: { RoleArn: ROLE, SizeInGiB: 20, VolumeType: 'gp3', ...volume } };
}

const VOLUMES = 'arn:aws:iam::aws:policy/service-role/AmazonECSInfrastructureRolePolicyForVolumes';
const TRUSTS_ECS = { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ecs.amazonaws.com' } }] };
const OF_ACCOUNT = { Effect: 'Allow', Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } }, Action: 'kms:*', Resource: '*' };

function key(stack: Stack, id: string, ...statements: readonly unknown[]): CfnResource {
  return resource(stack, id, 'AWS::KMS::Key', { KeyPolicy: { Statement: [OF_ACCOUNT, ...statements] } });
}

function infrastructure(stack: Stack, statements: readonly unknown[] = []): CfnResource {
  return resource(stack, 'Infrastructure', 'AWS::IAM::Role', {
    AssumeRolePolicyDocument: TRUSTS_ECS, ManagedPolicyArns: [VOLUMES], Policies: [{ PolicyName: 'key', PolicyDocument: { Statement: statements } }],
  });
}

/** A volume with a key of the app, on which its role is allowed the actions. */
function encrypted(stack: Stack, volume: Properties = {}, Action: readonly string[] = [], on?: unknown): void {
  const Arn = key(stack, 'Key').getAtt('Arn');
  const statements = Action.length === 0 ? [] : [{ Effect: 'Allow', Action, Resource: on ?? Arn }];
  ebs(stack, { RoleArn: infrastructure(stack, statements).getAtt('Arn'), Encrypted: true, KmsKeyId: Arn, ...volume });
}

function encryptedByPolicy(stack: Stack): void {
  const own = infrastructure(stack).getAtt('Arn');
  const named = key(stack, 'Key', { Effect: 'Allow', Principal: { AWS: own }, Action: 'kms:*', Resource: '*' });
  ebs(stack, { RoleArn: own, Encrypted: true, KmsKeyId: named.getAtt('Arn') });
}

const WINDOWS = { RuntimePlatform: { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } };

export const cases: readonly GotchaCase[] = [
  { name: 'the service does not configure it', caught: true, app: (stack) => ebs(stack, {}, { VolumeConfigurations: undefined }) },
  { name: 'the task does not declare it', caught: true, app: (stack) => ebs(stack, {}, {}, { Volumes: [{ Name: 'data' }] }) },
  { name: 'the names differ', caught: true, app: (stack) => ebs(stack, {}, { VolumeConfigurations: [configured('disk')] }) },
  {
    name: 'there are two',
    caught: true,
    app: (stack) => ebs(stack, {}, { VolumeConfigurations: [configured('data'), configured('more')] }, {
      Volumes: ['data', 'more'].map((Name) => ({ Name, ConfiguredAtLaunch: true })),
    }),
  },
  { name: 'CodeDeploy deploys the service', caught: true, app: (stack) => ebs(stack, {}, { DeploymentController: { Type: 'CODE_DEPLOY' } }) },
  { name: 'the service is a daemon', caught: true, app: (stack) => ebs(stack, {}, { SchedulingStrategy: 'DAEMON', LaunchType: 'EC2' }, { RequiresCompatibilities: ['EC2'] }) },
  { name: 'it has neither size nor snapshot', caught: true, app: (stack) => ebs(stack, { SizeInGiB: undefined }) },
  { name: 'there is no role', caught: true, app: (stack) => ebs(stack, { RoleArn: undefined }) },
  { name: 'it is too small for its type', caught: true, app: (stack) => ebs(stack, { VolumeType: 'st1', SizeInGiB: 100 }) },
  { name: 'io2 has no IOPS', caught: true, app: (stack) => ebs(stack, { VolumeType: 'io2' }) },
  { name: 'gp3 has too few IOPS', caught: true, app: (stack) => ebs(stack, { Iops: 1000 }) },
  { name: 'gp2 has throughput', caught: true, app: (stack) => ebs(stack, { VolumeType: 'gp2', Throughput: 250 }) },
  { name: 'a magnetic disk on Fargate', caught: true, app: (stack) => ebs(stack, { VolumeType: 'standard' }) },
  { name: 'NTFS on Linux', caught: true, app: (stack) => ebs(stack, { FilesystemType: 'NTFS' }) },
  { name: 'it is initialized from nothing', caught: true, app: (stack) => ebs(stack, { VolumeInitializationRate: 200 }) },
  { name: 'it is initialized too slowly', caught: true, app: (stack) => ebs(stack, { SnapshotId: 'snap-1', VolumeInitializationRate: 50 }) },
  { name: 'it is initialized faster than ECS documents', caught: true, consequence: 'risk', app: (stack) => ebs(stack, { SnapshotId: 'snap-1', VolumeInitializationRate: 400 }) },
  { name: 'it has a key and no encryption', caught: true, app: (stack) => encrypted(stack, { Encrypted: false }, ['kms:*']) },
  { name: 'the role may not use the key', caught: true, consequence: 'misbehaves', app: (stack) => encrypted(stack) },
  { name: 'the role may use another key', caught: true, consequence: 'misbehaves', app: (stack) => encrypted(stack, {}, ['kms:*'], key(stack, 'Other').getAtt('Arn')) },
  { name: 'it is faster than ECS documents', caught: true, consequence: 'risk', app: (stack) => ebs(stack, { Throughput: 2000 }) },
  { name: 'it is in order', caught: false, app: (stack) => ebs(stack, { Iops: 3000, Throughput: 500, FilesystemType: 'ext4' }) },
  { name: 'the role may use the key', caught: false, app: (stack) => encrypted(stack, {}, ['kms:CreateGrant', 'kms:Decrypt']) },
  { name: 'the policy of the key names the role', caught: false, app: (stack) => encryptedByPolicy(stack) },
  { name: 'the key is from elsewhere', caught: false, notChecked: true, app: (stack) => encrypted(stack, { KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/1' }) },
  { name: 'the key is that of AWS', caught: false, app: (stack) => encrypted(stack, { KmsKeyId: 'alias/aws/ebs' }) },
  { name: 'it comes from a snapshot', caught: false, app: (stack) => ebs(stack, { SizeInGiB: undefined, SnapshotId: 'snap-1', VolumeInitializationRate: 200 }) },
  { name: 'the type is left to its default', caught: false, app: (stack) => ebs(stack, { VolumeType: undefined }) },
  {
    name: 'NTFS on Windows',
    caught: false,
    app: (stack) => ebs(stack, { FilesystemType: 'NTFS' }, { LaunchType: 'EC2' }, { RequiresCompatibilities: ['EC2'], ...WINDOWS }),
  },
  { name: 'there is no EBS volume', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref }) },
  { name: 'a parameter decides the size', caught: false, notChecked: true, app: (stack) => ebs(stack, { SizeInGiB: parameter(stack) }) },
];
