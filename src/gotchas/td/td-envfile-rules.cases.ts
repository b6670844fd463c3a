import { ContainerImage, EnvironmentFile, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, role } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const FILE = 'arn:aws:s3:::shop-config/shop.env';

function files(stack: Stack, values: readonly string[], task: Readonly<Record<string, unknown>> = {}): void {
  fargateTask(stack, task, { EnvironmentFiles: values.map((Value) => ({ Type: 's3', Value })) });
}

/** A bucket with a key of its own, whose policy leaves it to the roles of the account. */
function encrypted(stack: Stack, ...statements: readonly Readonly<Record<string, unknown>>[]): void {
  const key = resource(stack, 'Key', 'AWS::KMS::Key', {
    KeyPolicy: { Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' }] },
  });
  const rule = { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key.getAtt('Arn') } };
  const bucket = resource(stack, 'Files', 'AWS::S3::Bucket', { BucketEncryption: { ServerSideEncryptionConfiguration: [rule] } });
  const reader = role(stack, { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }, ...statements);
  files(stack, [`${bucket.getAtt('Arn').toString()}/shop.env`], { ExecutionRoleArn: reader.getAtt('Arn') });
}

function fromBucket(stack: Stack): { readonly bucket: Bucket; readonly task: FargateTaskDefinition } {
  const bucket = new Bucket(stack, 'Bucket');
  const task = new FargateTaskDefinition(stack, 'Task');
  task.addContainer('app', { image: ContainerImage.fromRegistry('app:1'), environmentFiles: [EnvironmentFile.fromBucket(bucket, 'shop.env')] });
  return { bucket, task };
}

export const cases: readonly GotchaCase[] = [
  { name: 'the file has another ending', caught: true, app: (stack) => files(stack, ['arn:aws:s3:::shop-config/shop.txt']) },
  { name: 'it is a URL', caught: true, app: (stack) => files(stack, ['s3://shop-config/shop.env']) },
  { name: 'there are eleven files', caught: true, app: (stack) => files(stack, Array.from({ length: 11 }, () => FILE)) },
  { name: 'there is no execution role', caught: true, app: (stack) => files(stack, [FILE], { ExecutionRoleArn: undefined }) },
  {
    name: 'the execution role does not allow it',
    caught: true,
    consequence: 'risk',
    app: (stack) => files(stack, [FILE], { ExecutionRoleArn: role(stack, { Effect: 'Allow', Action: 'logs:*', Resource: '*' }).getAtt('Arn') }),
  },
  { name: 'the role may not use the key of the bucket', caught: true, consequence: 'risk', app: (stack) => encrypted(stack) },
  { name: 'the role may use the key of the bucket', caught: false, app: (stack) => encrypted(stack, { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' }) },
  { name: 'the file of a bucket of the app has another ending', caught: true, app: (stack) => files(stack, [`${new Bucket(stack, 'Files').bucketArn}/shop.txt`]) },
  { name: 'one is not known, another is wrong', caught: true, app: (stack) => files(stack, [parameter(stack), 'arn:aws:s3:::shop-config/shop']) },
  { name: 'the CDK names the file and grants nothing', caught: true, app: (stack) => void fromBucket(stack) },
  {
    name: 'the CDK names the file, and access to it is granted',
    caught: false,
    app: (stack) => {
      const { bucket, task } = fromBucket(stack);
      bucket.grantRead(task.obtainExecutionRole());
    },
  },
  { name: 'there are no files', caught: false, app: (stack) => void fargateTask(stack, { ExecutionRoleArn: undefined }) },
  { name: 'the role comes from outside', caught: false, notChecked: true, app: (stack) => files(stack, [FILE]) },
  { name: 'a parameter names the file', caught: false, notChecked: true, app: (stack) => files(stack, [parameter(stack)]) },
];
