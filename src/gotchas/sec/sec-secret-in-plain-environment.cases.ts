import { SecretValue, type Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function environment(stack: Stack, name: string, value: unknown): void {
  fargateTask(stack, {}, { Environment: [{ Name: name, Value: value }] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the name is that of an AWS key', caught: true, app: (stack) => environment(stack, 'AWS_SECRET_ACCESS_KEY', 'x') },
  { name: 'the AWS key comes from a parameter', caught: true, app: (stack) => environment(stack, 'AWS_ACCESS_KEY_ID', parameter(stack)) },
  { name: 'a URL has a password', caught: true, app: (stack) => environment(stack, 'DATABASE_URL', 'postgres://app:hunter2@db:5432/shop') },
  {
    name: 'a URL has a password, and a host that the deployment knows',
    caught: true,
    app: (stack) => environment(stack, 'DATABASE_URL', `postgres://app:hunter2@${parameter(stack)}:5432/shop`),
  },
  { name: 'the value is an access key id', caught: true, app: (stack) => environment(stack, 'UPLOADER', 'AKIAIOSFODNN7EXAMPLE') },
  { name: 'the value is a private key', caught: true, app: (stack) => environment(stack, 'SIGNER', '-----BEGIN RSA PRIVATE KEY-----\nMIIE') },
  { name: 'the value is a web token', caught: true, app: (stack) => environment(stack, 'UPSTREAM', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln') },
  {
    name: 'CloudFormation writes a secret out',
    caught: true,
    app: (stack) => environment(stack, 'SETTINGS', SecretValue.secretsManager('db').unsafeUnwrap()),
  },
  { name: 'the name is that of a password', caught: true, consequence: 'risk', app: (stack) => environment(stack, 'dbPassword', 'hunter2') },
  { name: 'the name is that of an API key', caught: true, consequence: 'risk', app: (stack) => environment(stack, 'STRIPE_APIKEY', 'sk_live_123456') },
  { name: 'a URL has no password', caught: false, app: (stack) => environment(stack, 'DATABASE_URL', 'postgres://db:5432/shop') },
  {
    name: 'names are about credentials and hold none',
    caught: false,
    app: (stack) => void fargateTask(stack, {}, {
      Environment: [
        { Name: 'DB_SECRET_ARN', Value: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db' },
        { Name: 'DB_SECRET', Value: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db' },
        { Name: 'TOKEN_TTL', Value: '3600' },
        { Name: 'RESET_PASSWORD', Value: 'true' },
        { Name: 'COMPASS', Value: 'north' },
        { Name: 'API_KEY', Value: '' },
        { Name: 'PRIVATE_KEY', Value: '/run/secrets/key.pem' },
      ],
    }),
  },
  { name: 'there is no environment', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'a parameter brings the value', caught: false, notChecked: true, app: (stack) => environment(stack, 'DATABASE_URL', parameter(stack)) },
];
