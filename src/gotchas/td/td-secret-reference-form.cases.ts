import { ContainerImage, FargateTaskDefinition, Secret as EcsSecret } from 'aws-cdk-lib/aws-ecs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Fn, type Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const ARN = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-AbCdEf';

function from(stack: Stack, valueFrom: string): void {
  fargateTask(stack, {}, { Secrets: [{ Name: 'DB', ValueFrom: valueFrom }] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'only the JSON key is behind the name', caught: true, app: (stack) => from(stack, `${ARN}:password`) },
  { name: 'one colon is missing', caught: true, app: (stack) => from(stack, `${ARN}:password:`) },
  { name: 'there is a colon too many', caught: true, app: (stack) => from(stack, `${ARN}:password:::`) },
  { name: 'both version stage and version id are set', caught: true, app: (stack) => from(stack, `${ARN}:password:AWSCURRENT:1234`) },
  { name: 'it is the ARN of a key', caught: true, app: (stack) => from(stack, 'arn:aws:kms:eu-west-1:111122223333:key/1') },
  { name: 'the ARN of a parameter has its slash twice', caught: true, app: (stack) => from(stack, 'arn:aws:ssm:eu-west-1:111122223333:parameter//shop/db') },
  { name: 'the ARN of a parameter has no parameter/', caught: true, app: (stack) => from(stack, 'arn:aws:ssm:eu-west-1:111122223333:shop/db') },
  { name: 'it is a sentence', caught: true, app: (stack) => from(stack, 'correct horse battery staple') },
  {
    name: 'the key of a secret of the app is put behind it by hand',
    caught: true,
    app: (stack) => from(stack, Fn.join(':', [new Secret(stack, 'Secret').secretArn, 'password'])),
  },
  {
    name: 'the parameter is in another account',
    caught: true,
    app: (stack) => from(stack, 'arn:aws:ssm:eu-west-1:444455556666:parameter/shop/db'),
  },
  {
    name: 'it is the name of a secret of the app',
    caught: true,
    app: (stack) => {
      new Secret(stack, 'Secret', { secretName: 'shop/db' });
      from(stack, 'shop/db');
    },
  },
  { name: 'the parameter is in the account of the roles', caught: false, app: (stack) => from(stack, 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/db') },
  { name: 'it is the whole secret', caught: false, app: (stack) => from(stack, ARN) },
  { name: 'all three colons are there', caught: false, app: (stack) => from(stack, `${ARN}:password::`) },
  { name: 'it is the name of a parameter', caught: false, app: (stack) => from(stack, '/shop/db') },
  { name: 'account and region are left to the deployment', caught: false, app: (stack) => from(stack, `arn:${stack.partition}:ssm:${stack.region}:1:parameter/db`) },
  {
    name: 'the CDK writes the references',
    caught: false,
    app: (stack) => {
      const secret = new Secret(stack, 'Secret');
      new FargateTaskDefinition(stack, 'Task').addContainer('app', {
        image: ContainerImage.fromRegistry('app:1'),
        secrets: {
          ALL: EcsSecret.fromSecretsManager(secret),
          KEY: EcsSecret.fromSecretsManager(secret, 'key'),
          OLD: EcsSecret.fromSecretsManagerVersion(secret, { versionStage: 'AWSPREVIOUS' }, 'key'),
          PARAMETER: EcsSecret.fromSsmParameter(new StringParameter(stack, 'Parameter', { stringValue: 'x' })),
        },
      });
    },
  },
  { name: 'a parameter of the stack decides it', caught: false, notChecked: true, app: (stack) => from(stack, parameter(stack)) },
  { name: 'a parameter of the stack is the path of an SSM parameter, with its slash', caught: false, notChecked: true, app: (stack) => from(stack, `arn:aws:ssm:eu-west-1:1:parameter${parameter(stack)}password`) },
  { name: 'a parameter of the stack is behind another word', caught: true, app: (stack) => from(stack, `arn:aws:ssm:eu-west-1:1:params${parameter(stack)}`) },
  { name: 'a parameter of the stack is the name', caught: false, notChecked: true, app: (stack) => from(stack, `arn:aws:secretsmanager:eu-west-1:1:secret:${parameter(stack)}:key`) },
];
