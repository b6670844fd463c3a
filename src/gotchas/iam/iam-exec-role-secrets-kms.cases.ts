import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, role } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const PARAMETER = 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/key';
const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-a1b2c3';

function secret(stack: Stack, valueFrom: unknown, actions: unknown, managedPolicies?: readonly unknown[]): void {
  const executionRole = role(stack, { Effect: 'Allow', Action: actions, Resource: '*' });
  executionRole.addPropertyOverride('ManagedPolicyArns', managedPolicies);
  fargateTask(stack, { ExecutionRoleArn: executionRole.getAtt('Arn') }, { Secrets: [{ Name: 'API_KEY', ValueFrom: valueFrom }] });
}

/** A task whose role may read what `resources` names. */
function reading(stack: Stack, valueFrom: unknown, action: string, resources: unknown): void {
  const executionRole = role(stack, { Effect: 'Allow', Action: action, Resource: resources });
  fargateTask(stack, { ExecutionRoleArn: executionRole.getAtt('Arn') }, { Secrets: [{ Name: 'API_KEY', ValueFrom: valueFrom }] });
}

/** A container with properties whose secrets ECS reads. */
function starting(stack: Stack, container: Readonly<Record<string, unknown>>, action = 'logs:PutLogEvents'): void {
  const executionRole = role(stack, { Effect: 'Allow', Action: action, Resource: '*' });
  fargateTask(stack, { ExecutionRoleArn: executionRole.getAtt('Arn') }, container);
}

function ownSecret(stack: Stack, id = 'Secret'): string {
  return resource(stack, id, 'AWS::SecretsManager::Secret', {}).ref;
}

const POLICY = 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy';

const READ_SECRET = 'secretsmanager:GetSecretValue';
const ROOT = { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } };

function encrypted(stack: Stack, keyId: (key: CfnResource) => unknown, actions: unknown, principal: unknown = ROOT): void {
  const KeyPolicy = { Statement: [{ Effect: 'Allow', Principal: principal, Action: 'kms:*', Resource: '*' }] };
  const key = resource(stack, 'Key', 'AWS::KMS::Key', { KeyPolicy });
  secret(stack, resource(stack, 'Secret', 'AWS::SecretsManager::Secret', { KmsKeyId: keyId(key) }).ref, actions);
}

/** A secret with a key that the role may use for the calls of one service. */
function keyFor(stack: Stack, service: string): void {
  const key = resource(stack, 'Key', 'AWS::KMS::Key', { KeyPolicy: { Statement: [{ Effect: 'Allow', Principal: ROOT, Action: 'kms:*', Resource: '*' }] } });
  const own = resource(stack, 'Secret', 'AWS::SecretsManager::Secret', { KmsKeyId: key.ref });
  const Condition = { StringEquals: { 'kms:ViaService': { 'Fn::Sub': `${service}.\${AWS::Region}.amazonaws.com` } } };
  const executionRole = role(stack,
    { Effect: 'Allow', Action: READ_SECRET, Resource: own.ref }, { Effect: 'Allow', Action: 'kms:Decrypt', Resource: key.getAtt('Arn'), Condition });
  fargateTask(stack, { ExecutionRoleArn: executionRole.getAtt('Arn') }, { Secrets: [{ Name: 'API_KEY', ValueFrom: own.ref }] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'nothing is allowed on a parameter', caught: true, app: (stack) => secret(stack, PARAMETER, 'logs:PutLogEvents') },
  { name: 'one parameter may be read, and ECS asks for several', caught: true, app: (stack) => secret(stack, '/shop/key', 'ssm:GetParameter') },
  { name: 'the managed policy is all there is', caught: true, app: (stack) => secret(stack, PARAMETER, 'logs:PutLogEvents', [POLICY]) },
  {
    name: 'nothing is allowed on a secret',
    caught: true,
    consequence: 'risk',
    app: (stack) => secret(stack, resource(stack, 'Secret', 'AWS::SecretsManager::Secret', {}).ref, 'ssm:GetParameters'),
  },
  { name: 'the secret has a key of the app', caught: true, app: (stack) => encrypted(stack, (key) => key.getAtt('Arn'), READ_SECRET) },
  { name: 'the secret has a key of the app, by its id', caught: true, app: (stack) => encrypted(stack, (key) => key.ref, READ_SECRET, { AWS: '111122223333' }) },
  {
    name: 'the secret has a key of the app, by an alias',
    caught: true,
    app: (stack) => encrypted(stack, (key) => resource(stack, 'Alias', 'AWS::KMS::Alias', { AliasName: 'alias/shop', TargetKeyId: key.ref }).ref, READ_SECRET),
  },
  {
    name: 'the CDK makes the key and the secret, and the role is granted the secret alone',
    caught: true,
    app: (stack) => secret(stack, new Secret(stack, 'Secret', { encryptionKey: new Key(stack, 'Key') }).secretArn, READ_SECRET),
  },
  {
    name: 'another secret of the app may be read',
    caught: true,
    consequence: 'risk',
    app: (stack) => reading(stack, ownSecret(stack), READ_SECRET, ownSecret(stack, 'Other')),
  },
  {
    name: 'a secret of another name may be read',
    caught: true,
    consequence: 'risk',
    app: (stack) => reading(stack, SECRET, READ_SECRET, 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:other-*'),
  },
  {
    name: 'parameters of another path may be read',
    caught: true,
    app: (stack) => reading(stack, '/shop/key', 'ssm:GetParameters', { 'Fn::Sub': 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/store/*' }),
  },
  {
    name: 'another key of the app may be used',
    caught: true,
    app: (stack) => {
      const other = resource(stack, 'OtherKey', 'AWS::KMS::Key', {});
      const used = resource(stack, 'Key', 'AWS::KMS::Key', { KeyPolicy: { Statement: [{ Effect: 'Allow', Principal: ROOT, Action: 'kms:*', Resource: '*' }] } });
      const own = resource(stack, 'Secret', 'AWS::SecretsManager::Secret', { KmsKeyId: used.ref });
      const executionRole = role(stack,
        { Effect: 'Allow', Action: READ_SECRET, Resource: own.ref }, { Effect: 'Allow', Action: 'kms:Decrypt', Resource: other.getAtt('Arn') });
      fargateTask(stack, { ExecutionRoleArn: executionRole.getAtt('Arn') }, { Secrets: [{ Name: 'API_KEY', ValueFrom: own.ref }] });
    },
  },
  {
    name: 'the credentials of a registry may not be read',
    caught: true,
    consequence: 'risk',
    app: (stack) => starting(stack, { RepositoryCredentials: { CredentialsParameter: ownSecret(stack) } }),
  },
  {
    name: 'the token of a log driver may not be read',
    caught: true,
    app: (stack) => starting(stack, { LogConfiguration: { LogDriver: 'splunk', SecretOptions: [{ Name: 'splunk-token', ValueFrom: '/shop/splunk' }] } }),
  },
  {
    name: 'the credentials of a registry may be read',
    caught: false,
    app: (stack) => starting(stack, { RepositoryCredentials: { CredentialsParameter: ownSecret(stack) } }, READ_SECRET),
  },
  { name: 'a field of the secret', caught: false, app: (stack) => reading(stack, `${ownSecret(stack)}:password::`, READ_SECRET, { Ref: 'Secret' }) },
  { name: 'a text that refers to the secret', caught: false, app: (stack) => reading(stack, ownSecret(stack), READ_SECRET, { 'Fn::Sub': '${Secret}*' }) },
  {
    name: 'a text without the suffix of the secret',
    caught: false,
    app: (stack) => reading(stack, SECRET.replace('-a1b2c3', ''), READ_SECRET, `${SECRET.replace('-a1b2c3', '')}-??????`),
  },
  {
    name: 'parameters of the same path',
    caught: false,
    app: (stack) => reading(stack, '/shop/key', 'ssm:GetParameters', { 'Fn::Sub': 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/shop/*' }),
  },
  {
    name: 'the CDK grants a secret that it imports by its name',
    caught: false,
    app: (stack) => {
      const executionRole = new Role(stack, 'Execution', { assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com') });
      const imported = Secret.fromSecretNameV2(stack, 'Imported', 'shop/db');
      imported.grantRead(executionRole);
      fargateTask(stack, { ExecutionRoleArn: executionRole.roleArn }, { Secrets: [{ Name: 'API_KEY', ValueFrom: imported.secretArn }] });
    },
  },
  {
    name: 'a secret of the app, and a policy for a path of names',
    caught: false,
    notChecked: true,
    app: (stack) => reading(stack, ownSecret(stack), READ_SECRET, 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/*'),
  },
  { name: 'a secret by a parameter', caught: false, notChecked: true, app: (stack) => reading(stack, parameter(stack), READ_SECRET, ownSecret(stack)) },
  {
    name: 'the key may be used by another service',
    caught: true,
    app: (stack) => keyFor(stack, 's3'),
  },
  { name: 'the key may be used by Secrets Manager', caught: false, app: (stack) => keyFor(stack, 'secretsmanager') },
  {
    name: 'the policy has the field of valueFrom in its resource',
    caught: true,
    consequence: 'risk',
    app: (stack) => reading(stack, `${ownSecret(stack)}:password::`, READ_SECRET, { 'Fn::Sub': '${Secret}:password::' }),
  },
  { name: 'the key may be used', caught: false, app: (stack) => encrypted(stack, (key) => key.ref, [READ_SECRET, 'kms:Decrypt']) },
  { name: 'the policy of the key names the role', caught: false, app: (stack) => encrypted(stack, (key) => key.ref, READ_SECRET, { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } }) },
  { name: 'the secret has the key of AWS', caught: false, app: (stack) => encrypted(stack, () => 'alias/aws/secretsmanager', READ_SECRET) },
  {
    name: 'the CDK grants the secret to the execution role',
    caught: false,
    app: (stack) => {
      const executionRole = new Role(stack, 'Execution', { assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com') });
      const own = new Secret(stack, 'Secret', { encryptionKey: new Key(stack, 'Key') });
      own.grantRead(executionRole);
      fargateTask(stack, { ExecutionRoleArn: executionRole.roleArn }, { Secrets: [{ Name: 'API_KEY', ValueFrom: own.secretArn }] });
    },
  },
  { name: 'the policy of the key names others', caught: false, notChecked: true, app: (stack) => encrypted(stack, (key) => key.ref, READ_SECRET, { AWS: parameter(stack) }) },
  { name: 'the key is not in the app', caught: false, notChecked: true, app: (stack) => encrypted(stack, () => parameter(stack), READ_SECRET) },
  { name: 'the parameters may be read', caught: false, app: (stack) => secret(stack, PARAMETER, ['ssm:GetParameters']) },
  { name: 'the secret may be read', caught: false, app: (stack) => secret(stack, SECRET, 'secretsmanager:Get*') },
  { name: 'everything is allowed', caught: false, app: (stack) => secret(stack, SECRET, '*') },
  {
    name: 'a managed policy from outside may allow it',
    caught: false,
    notChecked: true,
    app: (stack) => secret(stack, PARAMETER, 'logs:PutLogEvents', ['arn:aws:iam::aws:policy/SecretsManagerReadWrite']),
  },
  { name: 'a parameter decides on the action', caught: false, notChecked: true, app: (stack) => secret(stack, PARAMETER, [parameter(stack)]) },
  {
    name: 'the role comes from outside',
    caught: false,
    notChecked: true,
    app: (stack) => void fargateTask(stack, { ExecutionRoleArn: parameter(stack) }, { Secrets: [{ Name: 'API_KEY', ValueFrom: PARAMETER }] }),
  },
];
