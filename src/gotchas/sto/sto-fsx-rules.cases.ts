import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, role } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const SHARE = { FileSystemId: 'fs-1', RootDirectory: 'share', AuthorizationConfig: { CredentialsParameter: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:ad', Domain: 'corp.example.com' } };

function sharing(stack: Stack, actions: readonly string[] | undefined, OperatingSystemFamily: unknown = 'WINDOWS_SERVER_2022_CORE', task: Properties = {}): void {
  fargateTask(stack, {
    RequiresCompatibilities: ['EC2'],
    NetworkMode: 'default',
    RuntimePlatform: { OperatingSystemFamily },
    ExecutionRoleArn: actions && role(stack, { Effect: 'Allow', Action: actions, Resource: '*' }).getAtt('Arn'),
    Volumes: [{ Name: 'share', FSxWindowsFileServerVolumeConfiguration: SHARE }],
    ...task,
  });
}

const READ = ['secretsmanager:GetSecretValue'];

export const cases: readonly GotchaCase[] = [
  { name: 'the task runs on Linux', caught: true, app: (stack) => sharing(stack, READ, 'LINUX') },
  { name: 'the execution role may not read the credentials', caught: true, consequence: 'risk', app: (stack) => sharing(stack, ['logs:PutLogEvents']) },
  { name: 'there is no execution role', caught: true, app: (stack) => sharing(stack, undefined) },
  { name: 'Windows may read the credentials', caught: false, app: (stack) => sharing(stack, READ) },
  { name: 'the credentials are a parameter', caught: false, app: (stack) => sharing(stack, ['ssm:GetParameters']) },
  { name: 'it is on Fargate, which another gotcha is about', caught: false, app: (stack) => sharing(stack, READ, 'LINUX', { RequiresCompatibilities: ['FARGATE'], NetworkMode: 'awsvpc' }) },
  { name: 'a parameter decides the operating system', caught: false, notChecked: true, app: (stack) => sharing(stack, READ, parameter(stack)) },
];
