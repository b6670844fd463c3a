import { ContainerImage, FargateTaskDefinition, Secret as EcsSecret } from 'aws-cdk-lib/aws-ecs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Fn, type Stack } from 'aws-cdk-lib/core';
import { fargateTask, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function withSecret(stack: Stack, ...keys: readonly string[]): Secret {
  const secret = new Secret(stack, 'Secret');
  const secrets = Object.fromEntries([undefined, ...keys].map((key) => [key ?? 'ALL', EcsSecret.fromSecretsManager(secret, key)]));
  new FargateTaskDefinition(stack, 'Task').addContainer('app', { image: ContainerImage.fromRegistry('app:1'), secrets });
  return secret;
}

function rotating(stack: Stack, secretId: string): void {
  resource(stack, 'Rotation', 'AWS::SecretsManager::RotationSchedule', {
    SecretId: secretId, RotationLambdaARN: 'arn:aws:lambda:eu-west-1:111122223333:function:rotate', RotationRules: { AutomaticallyAfterDays: 30 },
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the secret has a schedule', caught: true, app: (stack) => rotating(stack, withSecret(stack).secretArn) },
  { name: 'a key of it is taken', caught: true, app: (stack) => rotating(stack, withSecret(stack, 'password').secretArn) },
  {
    name: 'the schedule is for the secret, the task uses its attachment to a database',
    caught: true,
    app: (stack) => {
      const secret = new Secret(stack, 'Secret');
      const attached = secret.attach({ asSecretAttachmentTarget: () => ({ targetId: 'db', targetType: 'AWS::RDS::DBCluster' as never }) });
      rotating(stack, secret.secretArn);
      fargateTask(stack, {}, { Secrets: [{ Name: 'DB', ValueFrom: attached.secretArn }] });
    },
  },
  {
    name: 'RDS manages the password',
    caught: true,
    app: (stack) => {
      const database = resource(stack, 'Database', 'AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', ManageMasterUserPassword: true });
      const arn = Fn.getAtt(database.logicalId, 'MasterUserSecret.SecretArn').toString();
      fargateTask(stack, {}, { Secrets: [{ Name: 'DB', ValueFrom: Fn.join('', [arn, ':password::']) }] });
    },
  },
  { name: 'nothing rotates the secret', caught: false, app: (stack) => void withSecret(stack) },
  {
    name: 'another secret rotates',
    caught: false,
    app: (stack) => {
      withSecret(stack);
      rotating(stack, new Secret(stack, 'Other').secretArn);
    },
  },
  { name: 'it is a parameter of SSM', caught: false, app: (stack) => void fargateTask(stack, {}, { Secrets: [{ Name: 'DB', ValueFrom: '/shop/db' }] }) },
  {
    name: 'the secret comes from outside',
    caught: false,
    notChecked: true,
    app: (stack) => void fargateTask(stack, {}, { Secrets: [{ Name: 'DB', ValueFrom: 'arn:aws:secretsmanager:eu-west-1:1:secret:db-AbCdEf' }] }),
  },
];
