import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, role } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const ADOT = { Image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.1', Command: ['--config=/etc/ecs/ecs-default-config.yaml'] };

function collecting(stack: Stack, agent: Properties, actions?: readonly string[], task: Properties = {}): void {
  fargateTask(stack, {
    TaskRoleArn: actions && role(stack, { Effect: 'Allow', Action: actions, Resource: '*' }).getAtt('Arn'),
    ContainerDefinitions: [{ Name: 'app', Image: 'public.ecr.aws/acme/app:1' }, { Name: 'agent', Essential: false, ...agent }],
    ...task,
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the task role may do something else', caught: true, app: (stack) => collecting(stack, ADOT, ['s3:GetObject']) },
  { name: 'there is no task role', caught: true, app: (stack) => collecting(stack, ADOT) },
  { name: 'the daemon of X-Ray has no permission', caught: true, app: (stack) => collecting(stack, { Image: 'public.ecr.aws/xray/aws-xray-daemon:3.x' }, ['s3:GetObject']) },
  { name: 'the task role may send traces', caught: false, app: (stack) => collecting(stack, ADOT, ['xray:Put*']) },
  { name: 'the configuration is in a variable', caught: false, app: (stack) => collecting(stack, { ...ADOT, Environment: [{ Name: 'AOT_CONFIG_CONTENT', Value: 'receivers: {}' }] }, ['s3:GetObject']) },
  { name: 'the configuration sends no traces', caught: false, app: (stack) => collecting(stack, { ...ADOT, Command: ['--config=/etc/ecs/ecs-cloudwatch.yaml'] }, ['s3:GetObject']) },
  { name: 'an instance may have the permission', caught: false, app: (stack) => collecting(stack, ADOT, undefined, { RequiresCompatibilities: ['EC2'] }) },
  { name: 'the task role is imported', caught: false, notChecked: true, app: (stack) => collecting(stack, ADOT, undefined, { TaskRoleArn: 'arn:aws:iam::111122223333:role/app' }) },
  { name: 'a parameter decides the image', caught: false, notChecked: true, app: (stack) => collecting(stack, { ...ADOT, Image: parameter(stack) }, ['s3:GetObject']) },
];
