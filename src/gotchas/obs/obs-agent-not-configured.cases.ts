import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const DATADOG = 'public.ecr.aws/datadog/agent:7.60.0';
const CLOUDWATCH = 'public.ecr.aws/cloudwatch-agent/cloudwatch-agent:1.300051.0b992';
const KEY = { Secrets: [{ Name: 'DD_API_KEY', ValueFrom: 'arn:aws:ssm:eu-west-1:111122223333:parameter/datadog/key' }] };
const ON_FARGATE = { Environment: [{ Name: 'ECS_FARGATE', Value: 'true' }] };

function agent(stack: Stack, Image: unknown, container: Properties = {}, task: Properties = {}): void {
  fargateTask(stack, {
    ContainerDefinitions: [{ Name: 'app', Image: 'public.ecr.aws/acme/app:1' }, { Name: 'agent', Image, Essential: false, ...container }], ...task,
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'Datadog has no key', caught: true, app: (stack) => agent(stack, DATADOG, ON_FARGATE) },
  { name: 'Datadog does not know that it is on Fargate', caught: true, app: (stack) => agent(stack, DATADOG, KEY) },
  { name: 'the CloudWatch agent has no configuration', caught: true, app: (stack) => agent(stack, CLOUDWATCH) },
  { name: 'Datadog has both', caught: false, app: (stack) => agent(stack, DATADOG, { ...KEY, ...ON_FARGATE }) },
  { name: 'Datadog is on instances', caught: false, app: (stack) => agent(stack, DATADOG, KEY, { RequiresCompatibilities: ['EC2'] }) },
  { name: 'a file brings the variables', caught: false, app: (stack) => agent(stack, DATADOG, { EnvironmentFiles: [{ Type: 's3', Value: 'arn:aws:s3:::acme/agent.env' }] }) },
  { name: 'the CloudWatch agent has its configuration in a variable', caught: false, app: (stack) => agent(stack, CLOUDWATCH, { Environment: [{ Name: 'CW_CONFIG_CONTENT', Value: '{}' }] }) },
  { name: 'a directory is mounted', caught: false, app: (stack) => agent(stack, CLOUDWATCH, { MountPoints: [{ SourceVolume: 'config', ContainerPath: '/etc/cwagentconfig' }] }, { Volumes: [{ Name: 'config' }] }) },
  { name: 'an init container copies files of the image', caught: false, app: (stack) => agent(stack, DATADOG, { Command: ['/bin/sh', '-c', 'cp -nR /etc/datadog-agent/* /agent-config/'] }) },
  { name: 'the image is one\'s own', caught: false, app: (stack) => agent(stack, '111122223333.dkr.ecr.eu-west-1.amazonaws.com/cloudwatch-agent:1') },
  { name: 'a parameter decides the image', caught: false, notChecked: true, app: (stack) => agent(stack, parameter(stack)) },
  { name: 'a parameter names a variable', caught: false, notChecked: true, app: (stack) => agent(stack, CLOUDWATCH, { Environment: [{ Name: parameter(stack), Value: '{}' }] }) },
];
