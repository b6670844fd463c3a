import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

const OPTIMIZED = '{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id}}';
const ROLE = 'arn:aws:iam::${AWS::AccountId}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling';

function disk(stack: Stack, ebs: unknown, DeviceName = '/dev/xvda', ImageId: unknown = OPTIMIZED): void {
  instances(stack, { launch: { ImageId, BlockDeviceMappings: [{ DeviceName, Ebs: ebs }] } });
}

function encrypted(stack: Stack, ...principals: readonly unknown[]): void {
  disk(stack, { VolumeSize: 50, Encrypted: true, KmsKeyId: key(stack, ...principals.map((AWS) => ({ AWS }))).getAtt('Arn') });
}

function key(stack: Stack, ...principals: readonly unknown[]): CfnResource {
  const Statement = principals.map((Principal) => ({ Effect: 'Allow', Principal, Action: 'kms:*', Resource: '*' }));
  return resource(stack, 'Key', 'AWS::KMS::Key', { KeyPolicy: { Statement: [...Statement, { Effect: 'Deny', Principal: '*', Action: 'kms:ScheduleKeyDeletion', Resource: '*' }] } });
}

function byAlias(stack: Stack, principal: unknown): void {
  const alias = resource(stack, 'Alias', 'AWS::KMS::Alias', { AliasName: 'alias/disks', TargetKeyId: key(stack, principal).ref });
  disk(stack, { VolumeSize: 50, Encrypted: true, KmsKeyId: alias.ref });
}

const account = (end: string): unknown => ({ 'Fn::Sub': end });
const ROOT = account('arn:${AWS::Partition}:iam::${AWS::AccountId}:root');

export const cases: readonly GotchaCase[] = [
  { name: 'the root disk has 8 GiB', caught: true, app: (stack) => disk(stack, { VolumeSize: 8 }) },
  { name: 'the key is open to the account alone', caught: true, app: (stack) => encrypted(stack, ROOT) },
  { name: 'the key is open to another role', caught: true, app: (stack) => encrypted(stack, ROOT, 'arn:aws:iam::111122223333:role/admin') },
  { name: 'the key is open to the account by its number', caught: true, app: (stack) => encrypted(stack, '111122223333') },
  { name: 'the key has an alias', caught: true, app: (stack) => byAlias(stack, { AWS: ROOT }) },
  { name: 'the key with an alias is open to all', caught: false, app: (stack) => byAlias(stack, '*') },
  { name: 'the key is open to all of AWS', caught: false, app: (stack) => encrypted(stack, '*') },
  { name: 'a parameter names the role', caught: false, notChecked: true, app: (stack) => encrypted(stack, { 'Fn::Join': ['', ['arn:aws:iam::111122223333:role/', parameter(stack)]] }) },
  { name: 'the root disk has 30 GiB', caught: false, app: (stack) => disk(stack, { VolumeSize: 30, Encrypted: true }) },
  { name: 'another disk is small', caught: false, app: (stack) => disk(stack, { VolumeSize: 8 }, '/dev/xvdb') },
  { name: 'the image is one of one\'s own', caught: false, app: (stack) => disk(stack, { VolumeSize: 8 }, '/dev/xvda', 'ami-0123456789abcdef0') },
  { name: 'the key is open to Auto Scaling', caught: false, app: (stack) => encrypted(stack, ROOT, account(ROLE)) },
  { name: 'the key is the one of AWS', caught: false, app: (stack) => disk(stack, { VolumeSize: 30, Encrypted: true, KmsKeyId: undefined }) },
  { name: 'a parameter names who may use the key', caught: false, notChecked: true, app: (stack) => encrypted(stack, ROOT, parameter(stack)) },
  { name: 'a parameter is the size', caught: false, notChecked: true, app: (stack) => disk(stack, { VolumeSize: parameter(stack) }) },
];
