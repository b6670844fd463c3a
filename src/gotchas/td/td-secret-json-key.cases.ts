import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const LOGIN = { SecretStringTemplate: '{"username":"shop"}', GenerateStringKey: 'password', PasswordLength: 32 };

function reads(stack: Stack, GenerateSecretString: unknown, end: string, properties: Properties = {}): string {
  const secret = resource(stack, 'Secret', 'AWS::SecretsManager::Secret', { GenerateSecretString, ...properties }).ref;
  fargateTask(stack, {}, { Secrets: [{ Name: 'DB_PASSWORD', ValueFrom: { 'Fn::Join': ['', [secret, end]] } }] });
  return secret;
}

function routed(stack: Stack): void {
  const secret = resource(stack, 'Secret', 'AWS::SecretsManager::Secret', { GenerateSecretString: { PasswordLength: 32 } }).ref;
  const SecretOptions = [{ Name: 'splunk-token', ValueFrom: { 'Fn::Join': ['', [secret, ':token::']] } }];
  fargateTask(stack, {}, { LogConfiguration: { LogDriver: 'splunk', Options: { 'splunk-url': 'https://logs.example.com' }, SecretOptions } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the secret is one text', caught: true, app: (stack) => reads(stack, { PasswordLength: 32 }, ':password::') },
  { name: 'the log driver reads a key of one text', caught: true, app: routed },
  { name: 'the template has other keys', caught: true, app: (stack) => reads(stack, LOGIN, ':pass::') },
  { name: 'the key has another case', caught: true, app: (stack) => reads(stack, LOGIN, ':Password::') },
  { name: 'a reference is a value of the template', caught: true, app: (stack) => reads(stack, { ...LOGIN, SecretStringTemplate: { 'Fn::Sub': '{"username":"${AWS::StackName}"}' } }, ':user::') },
  { name: 'the key is the generated one', caught: false, app: (stack) => reads(stack, LOGIN, ':password::') },
  { name: 'the key is of the template', caught: false, app: (stack) => reads(stack, LOGIN, ':username::') },
  { name: 'the whole secret is read', caught: false, app: (stack) => reads(stack, { PasswordLength: 32 }, '') },
  { name: 'a version has its own keys', caught: false, app: (stack) => reads(stack, LOGIN, ':pass:AWSPREVIOUS:') },
  { name: 'a version by its id has its own keys', caught: false, app: (stack) => reads(stack, LOGIN, ':pass::0a1b2c3d') },
  {
    name: 'a reference is a part of the key',
    caught: false,
    notChecked: true,
    app: (stack) => {
      const secret = resource(stack, 'Secret', 'AWS::SecretsManager::Secret', { GenerateSecretString: LOGIN }).ref;
      fargateTask(stack, {}, { Secrets: [{ Name: 'DB_PASSWORD', ValueFrom: { 'Fn::Join': ['', [secret, ':', resource(stack, 'Bucket', 'AWS::S3::Bucket', {}).ref, '::']] } }] });
    },
  },
  { name: 'the generator has no settings', caught: false, notChecked: true, app: (stack) => reads(stack, {}, ':password::') },
  { name: 'a text is the value', caught: false, notChecked: true, app: (stack) => reads(stack, undefined, ':password::', { SecretString: '{}' }) },
  { name: 'a parameter is the template', caught: false, notChecked: true, app: (stack) => reads(stack, { ...LOGIN, SecretStringTemplate: parameter(stack) }, ':pass::') },
  { name: 'a parameter is a key of the template', caught: false, notChecked: true, app: (stack) => reads(stack, { ...LOGIN, SecretStringTemplate: { 'Fn::Join': ['', ['{"', parameter(stack), '":"shop"}']] } }, ':pass::') },
  { name: 'a parameter is the generated key', caught: false, notChecked: true, app: (stack) => reads(stack, { ...LOGIN, GenerateStringKey: parameter(stack) }, ':pass::') },
  {
    name: 'a database adds its address',
    caught: false,
    notChecked: true,
    app: (stack) => {
      const SecretId = reads(stack, LOGIN, ':host::');
      resource(stack, 'Attached', 'AWS::SecretsManager::SecretTargetAttachment', { SecretId, TargetId: 'shop', TargetType: 'AWS::RDS::DBInstance' });
    },
  },
  {
    name: 'a rotation writes the secret',
    caught: false,
    notChecked: true,
    app: (stack) => {
      resource(stack, 'Rotation', 'AWS::SecretsManager::RotationSchedule', { SecretId: reads(stack, LOGIN, ':host::') });
    },
  },
];
