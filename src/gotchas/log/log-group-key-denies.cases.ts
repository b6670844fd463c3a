import { ContainerImage, FargateTaskDefinition, LogDrivers } from 'aws-cdk-lib/aws-ecs';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const ROOT = { AWS: 'arn:aws:iam::111122223333:root' };
const LOGS = { Service: { 'Fn::Join': ['', ['logs.', { Ref: 'AWS::Region' }, '.amazonaws.com']] } };

function logs(stack: Stack, KmsKeyId: unknown, LogGroupName?: unknown): void {
  const group = resource(stack, 'Logs', 'AWS::Logs::LogGroup', { KmsKeyId, LogGroupName });
  fargateTask(stack, {}, { LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': group.ref, 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'app' } } });
}

function key(stack: Stack, ...statements: ReadonlyArray<readonly [unknown, unknown]>): unknown {
  const Statement = statements.map(([Principal, Action]) => ({ Effect: 'Allow', Principal, Action, Resource: '*' }));
  return resource(stack, 'Key', 'AWS::KMS::Key', { KeyPolicy: { Statement } }).getAtt('Arn');
}

/** A key that CloudWatch Logs may use for the ARNs in the condition alone. */
function keyFor(stack: Stack, arns: unknown): unknown {
  const Condition = { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': arns } };
  const Statement = [{ Effect: 'Allow', Principal: ROOT, Action: 'kms:*', Resource: '*' }, { Effect: 'Allow', Principal: LOGS, Action: 'kms:*', Resource: '*', Condition }];
  return resource(stack, 'Key', 'AWS::KMS::Key', { KeyPolicy: { Statement } }).getAtt('Arn');
}

const groupArn = (end: string) => ({ 'Fn::Sub': `arn:aws:logs:\${AWS::Region}:\${AWS::AccountId}:${end}` });

function ofCdk(stack: Stack, isGranted: boolean): void {
  const encryptionKey = new Key(stack, 'Key');
  if (isGranted) encryptionKey.grantEncryptDecrypt(new ServicePrincipal(`logs.${stack.region}.amazonaws.com`));
  const logGroup = new LogGroup(stack, 'Logs', { encryptionKey });
  new FargateTaskDefinition(stack, 'Task').addContainer('app', {
    image: ContainerImage.fromRegistry('public.ecr.aws/acme/app:1'), logging: LogDrivers.awsLogs({ streamPrefix: 'app', logGroup }),
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the policy names the account alone', caught: true, app: (stack) => logs(stack, key(stack, [ROOT, 'kms:*'])) },
  { name: 'the policy names another service', caught: true, app: (stack) => logs(stack, key(stack, [{ Service: 'sns.amazonaws.com' }, 'kms:*'])) },
  { name: 'CloudWatch Logs may only describe the key', caught: true, app: (stack) => logs(stack, key(stack, [ROOT, 'kms:*'], [LOGS, 'kms:Describe*'])) },
  { name: 'a key of the CDK without a grant', caught: true, app: (stack) => ofCdk(stack, false) },
  { name: 'the condition names another group', caught: true, app: (stack) => logs(stack, keyFor(stack, groupArn('log-group:/shop/web')), '/shop/api') },
  { name: 'the condition names other groups', caught: true, app: (stack) => logs(stack, keyFor(stack, [groupArn('log-group:/aws/lambda/*'), groupArn('log-group:/shop/web')]), '/shop/api') },
  { name: 'CloudFormation makes the name, and the condition names a path', caught: true, app: (stack) => logs(stack, keyFor(stack, groupArn('log-group:/shop/*'))) },
  { name: 'the condition names the group', caught: false, app: (stack) => logs(stack, keyFor(stack, groupArn('log-group:/shop/api')), '/shop/api') },
  { name: 'the condition names the group and its streams', caught: false, app: (stack) => logs(stack, keyFor(stack, groupArn('log-group:/shop/api:*')), '/shop/api') },
  { name: 'the condition names the groups of a path', caught: false, app: (stack) => logs(stack, keyFor(stack, groupArn('log-group:/shop/*')), '/shop/api') },
  { name: 'the condition names all of the account', caught: false, app: (stack) => logs(stack, keyFor(stack, groupArn('*')), '/shop/api') },
  { name: 'the condition is a wildcard', caught: false, app: (stack) => logs(stack, keyFor(stack, 'arn:*:logs:*:*:*'), '/shop/api') },
  { name: 'the condition names a group by a parameter', caught: false, app: (stack) => logs(stack, keyFor(stack, { 'Fn::Sub': 'arn:aws:logs:eu-west-1:111122223333:log-group:${Given}' }), parameter(stack)) },
  { name: 'a parameter is the condition', caught: false, app: (stack) => logs(stack, keyFor(stack, parameter(stack)), '/shop/api') },
  { name: 'the policy names CloudWatch Logs', caught: false, app: (stack) => logs(stack, key(stack, [ROOT, 'kms:*'], [LOGS, ['kms:Encrypt*', 'kms:Decrypt*', 'kms:GenerateDataKey*']])) },
  { name: 'the policy names several services', caught: false, app: (stack) => logs(stack, key(stack, [{ Service: ['sns.amazonaws.com', 'logs.eu-west-1.amazonaws.com'] }, 'kms:*'])) },
  { name: 'the policy names every principal', caught: false, app: (stack) => logs(stack, key(stack, ['*', 'kms:*'])) },
  { name: 'a key of the CDK with a grant', caught: false, app: (stack) => ofCdk(stack, true) },
  { name: 'the log group has no key', caught: false, app: (stack) => logs(stack, undefined) },
  { name: 'the key is from elsewhere', caught: false, notChecked: true, app: (stack) => logs(stack, 'arn:aws:kms:eu-west-1:111122223333:key/1') },
  { name: 'a parameter names the service', caught: false, notChecked: true, app: (stack) => logs(stack, key(stack, [{ Service: parameter(stack) }, 'kms:*'])) },
];
