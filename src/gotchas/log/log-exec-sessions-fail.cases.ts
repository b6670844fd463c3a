import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerImage, ExecuteCommandLogging, FargateService, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, role, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const CHANNELS = 'ssmmessages:*';
const WRITE = ['logs:DescribeLogGroups', 'logs:DescribeLogStreams', 'logs:CreateLogStream', 'logs:PutLogEvents'];
const TO_GROUP = { CloudWatchLogGroupName: '/exec' };

function exec(
  stack: Stack, actions: readonly unknown[], places: Properties = TO_GROUP, configuration: Properties = {}, enabled = true, on: unknown = '*',
): void {
  const cluster = resource(stack, 'Cluster', 'AWS::ECS::Cluster', {
    Configuration: { ExecuteCommandConfiguration: { Logging: 'OVERRIDE', LogConfiguration: places, ...configuration } },
  });
  const TaskRoleArn = role(stack, { Effect: 'Allow', Action: [CHANNELS, ...actions], Resource: on }).getAtt('Arn');
  service(stack, { Cluster: cluster.ref, TaskDefinition: fargateTask(stack, { TaskRoleArn }).ref, EnableExecuteCommand: enabled });
}

function group(stack: Stack, properties: Properties = {}): Properties {
  return { CloudWatchLogGroupName: resource(stack, 'Group', 'AWS::Logs::LogGroup', properties).ref, CloudWatchEncryptionEnabled: true };
}

function ownBucket(stack: Stack): Properties {
  resource(stack, 'Other', 'AWS::S3::Bucket', {});
  return { S3BucketName: resource(stack, 'Bucket', 'AWS::S3::Bucket', {}).ref };
}

const ENCRYPTED = { KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/1' };
const ROOT = { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } };

function ownKey(stack: Stack, principal: unknown): string {
  return resource(stack, 'Key', 'AWS::KMS::Key', { KeyPolicy: { Statement: [{ Effect: 'Allow', Principal: principal, Action: 'kms:*', Resource: '*' }] } }).ref;
}

const LOGS = { Service: { 'Fn::Sub': 'logs.${AWS::Region}.amazonaws.com' } };

function ownKeyId(stack: Stack, principal: unknown): string {
  ownKey(stack, principal);
  return 'Key';
}

export const cases: readonly GotchaCase[] = [
  { name: 'the task role may open channels only', caught: true, app: (stack) => exec(stack, []) },
  { name: 'the log group may not be described', caught: true, app: (stack) => exec(stack, ['logs:CreateLogStream', 'logs:PutLogEvents']) },
  { name: 'the bucket may not be written', caught: true, app: (stack) => exec(stack, WRITE, { S3BucketName: 'sessions' }) },
  { name: 'the key may not be used', caught: true, consequence: 'risk', app: (stack) => exec(stack, [], {}, { Logging: 'DEFAULT', KmsKeyId: 'alias/exec' }) },
  { name: 'a key of the app may not be used', caught: true, app: (stack) => exec(stack, [], {}, { Logging: 'DEFAULT', KmsKeyId: ownKey(stack, ROOT) }) },
  { name: 'encryption is demanded of a group that has none', caught: true, app: (stack) => exec(stack, WRITE, group(stack)) },
  {
    name: 'the key of the log group does not admit CloudWatch Logs',
    caught: true,
    consequence: 'rejected',
    app: (stack) => exec(stack, WRITE, group(stack, { KmsKeyId: { 'Fn::GetAtt': [ownKeyId(stack, ROOT), 'Arn'] } }), {}, true, { 'Fn::GetAtt': ['Group', 'Arn'] }),
  },
  {
    name: 'the key of the log group admits CloudWatch Logs',
    caught: false,
    app: (stack) => exec(stack, WRITE, group(stack, { KmsKeyId: { 'Fn::GetAtt': [ownKeyId(stack, LOGS), 'Arn'] } })),
  },
  {
    name: 'another log group may be written',
    caught: true,
    app: (stack) => exec(stack, WRITE, group(stack, ENCRYPTED), {}, true, resource(stack, 'Other', 'AWS::Logs::LogGroup', {}).getAtt('Arn')),
  },
  { name: 'another bucket may be written', caught: true, app: (stack) => exec(stack, ['s3:*'], ownBucket(stack), {}, true, { 'Fn::GetAtt': ['Other', 'Arn'] }) },
  { name: 'the log group of the app may be written', caught: false, app: (stack) => exec(stack, WRITE, group(stack, ENCRYPTED), {}, true, { 'Fn::GetAtt': ['Group', 'Arn'] }) },
  {
    name: 'the bucket of the app may be written below a prefix',
    caught: false,
    app: (stack) => exec(stack, ['s3:*'], ownBucket(stack), {}, true, [{ 'Fn::Sub': '${Bucket.Arn}/exec/*' }, { 'Fn::GetAtt': ['Bucket', 'Arn'] }]),
  },
  {
    name: 'the policy of a key of the app names the task role',
    caught: false,
    app: (stack) => exec(stack, [], {}, { Logging: 'DEFAULT', KmsKeyId: ownKey(stack, { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } }) }),
  },
  { name: 'a key of the app may be used', caught: false, app: (stack) => exec(stack, ['kms:Decrypt'], {}, { Logging: 'DEFAULT', KmsKeyId: ownKey(stack, ROOT) }) },
  { name: 'the task role may write the group', caught: false, app: (stack) => exec(stack, WRITE) },
  { name: 'the task role may write the bucket', caught: false, app: (stack) => exec(stack, ['s3:*'], { S3BucketName: 'sessions' }) },
  { name: 'the group is encrypted', caught: false, app: (stack) => exec(stack, WRITE, group(stack, { KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/1' })) },
  { name: 'the sessions go where the container logs', caught: false, app: (stack) => exec(stack, [], TO_GROUP, { Logging: 'DEFAULT' }) },
  { name: 'ECS Exec is off', caught: false, app: (stack) => exec(stack, [], TO_GROUP, {}, false) },
  {
    name: 'the CDK allows it',
    caught: false,
    app: (stack) => {
      const taskDefinition = new FargateTaskDefinition(stack, 'Task');
      taskDefinition.addContainer('app', { image: ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27') });
      const logConfiguration = { cloudWatchLogGroup: new LogGroup(stack, 'Group') };
      const cluster = new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc'), executeCommandConfiguration: { logging: ExecuteCommandLogging.OVERRIDE, logConfiguration } });
      new FargateService(stack, 'Service', { cluster, taskDefinition, enableExecuteCommand: true });
    },
  },
  { name: 'a parameter decides on encryption', caught: false, notChecked: true, app: (stack) => exec(stack, WRITE, { ...TO_GROUP, CloudWatchEncryptionEnabled: parameter(stack) }) },
];
