import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, role } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const READS = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::shop/*' };
const EXEC = { Effect: 'Allow', Action: ['ssmmessages:OpenDataChannel', 'ssmmessages:OpenControlChannel'], Resource: '*' };

function withRole(stack: Stack, container: Properties, ...statements: readonly Properties[]): void {
  fargateTask(stack, { TaskRoleArn: role(stack, ...statements).getAtt('Arn') }, container);
}

function variable(stack: Stack, Name: string, Value: unknown = 'shop', ...more: readonly Properties[]): void {
  withRole(stack, { Environment: [{ Name: 'STAGE', Value: 'prod' }, { Name, Value }, ...more] }, READS);
}

const KEYS = { Secrets: [{ Name: 'AWS_ACCESS_KEY_ID', ValueFrom: '/shop/id' }, { Name: 'AWS_SECRET_ACCESS_KEY', ValueFrom: '/shop/key' }] };

export const cases: readonly GotchaCase[] = [
  { name: 'a profile of a laptop is named', caught: true, app: (stack) => variable(stack, 'AWS_PROFILE') },
  { name: 'a token of Kubernetes is named', caught: true, app: (stack) => variable(stack, 'AWS_WEB_IDENTITY_TOKEN_FILE', '/var/run/secrets/eks.amazonaws.com/serviceaccount/token') },
  { name: 'the variable of ECS itself is set', caught: true, app: (stack) => variable(stack, 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', '/v2/credentials/1') },
  { name: 'the keys of a user are secrets', caught: true, app: (stack) => withRole(stack, KEYS, READS) },
  { name: 'a profile is named, and the role is in another app', caught: true, app: (stack) => void fargateTask(stack, { TaskRoleArn: 'arn:aws:iam::111122223333:role/shop' }, { Environment: [{ Name: 'AWS_PROFILE', Value: 'shop' }] }) },
  { name: 'the image has the file of the profile', caught: false, app: (stack) => variable(stack, 'AWS_PROFILE', 'shop', { Name: 'AWS_CONFIG_FILE', Value: '/etc/aws/config' }) },
  { name: 'the profile is empty', caught: false, app: (stack) => variable(stack, 'AWS_PROFILE', '') },
  { name: 'another variable of the SDK is set', caught: false, app: (stack) => variable(stack, 'AWS_EC2_METADATA_DISABLED', 'true') },
  { name: 'the role has no permissions', caught: false, app: (stack) => withRole(stack, KEYS) },
  { name: 'the role is for sessions of ECS Exec', caught: false, app: (stack) => withRole(stack, KEYS, EXEC) },
  { name: 'there is no role', caught: false, app: (stack) => void fargateTask(stack, {}, KEYS) },
  { name: 'a parameter decides the name of the variable', caught: false, notChecked: true, app: (stack) => variable(stack, parameter(stack)) },
];
