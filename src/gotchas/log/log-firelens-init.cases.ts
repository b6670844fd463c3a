import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, role } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const IMAGE = 'public.ecr.aws/aws-observability/aws-for-fluent-bit';
const OBJECT = 'arn:aws:s3:::acme/filters.conf';

interface Router {
  readonly variables?: Properties;
  readonly tag?: string;
  readonly container?: Properties;
  readonly task?: Properties;
}

function routed(stack: Stack, { variables = { aws_fluent_bit_init_s3_1: OBJECT }, tag = ':init-2.34.0', container, task }: Router): void {
  const TaskRoleArn = role(stack, { Effect: 'Allow', Action: ['s3:GetObject', 's3:GetBucketLocation'], Resource: '*' }).getAtt('Arn');
  const Environment = Object.entries(variables).map(([Name, Value]) => ({ Name, Value }));
  fargateTask(stack, {
    TaskRoleArn,
    ContainerDefinitions: [
      { Name: 'app', Image: 'public.ecr.aws/acme/app:1', LogConfiguration: { LogDriver: 'awsfirelens' } },
      { Name: 'router', Image: `${IMAGE}${tag}`, FirelensConfiguration: { Type: 'fluentbit' }, Environment, ...container },
    ],
    ...task,
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the image is not one that reads them', caught: true, consequence: 'misbehaves', app: (stack) => routed(stack, { tag: ':2.34.0' }) },
  { name: 'the image has no tag', caught: true, consequence: 'misbehaves', app: (stack) => routed(stack, { tag: '' }) },
  { name: 'a path is the ARN of an object', caught: true, app: (stack) => routed(stack, { variables: { aws_fluent_bit_init_file_1: OBJECT } }) },
  { name: 'an object is a path', caught: true, app: (stack) => routed(stack, { variables: { aws_fluent_bit_init_s3_1: '/filters.conf' } }) },
  { name: 'an object is a URI', caught: true, app: (stack) => routed(stack, { variables: { aws_fluent_bit_init_s3_filters: 's3://acme/filters.conf' } }) },
  { name: 'the root file system is read-only', caught: true, app: (stack) => routed(stack, { container: { ReadonlyRootFilesystem: true } }) },
  { name: 'there is no task role', caught: true, app: (stack) => routed(stack, { task: { TaskRoleArn: undefined } }) },
  {
    name: 'there is no task role for the object beside a path',
    caught: true,
    app: (stack) => routed(stack, { variables: { aws_fluent_bit_init_s3_1: OBJECT, aws_fluent_bit_init_file_1: '/ecs/parsers.conf' }, task: { TaskRoleArn: undefined } }),
  },
  { name: 'the files are objects and paths', caught: false, app: (stack) => routed(stack, { variables: { aws_fluent_bit_init_s3_1: OBJECT, aws_fluent_bit_init_file_1: '/ecs/parsers.conf' } }) },
  { name: 'the bucket is of the app', caught: false, app: (stack) => routed(stack, { variables: { aws_fluent_bit_init_s3_1: `arn:${stack.partition}:s3:::acme-${stack.account}/filters.conf` } }) },
  { name: 'the digest decides the image', caught: false, app: (stack) => routed(stack, { tag: `@sha256:${'a'.repeat(64)}` }) },
  { name: 'there are no variables of it', caught: false, app: (stack) => routed(stack, { variables: { FLB_LOG_LEVEL: 'info' }, tag: ':2.34.0', container: { ReadonlyRootFilesystem: true } }) },
  { name: 'the image is one\'s own', caught: false, app: (stack) => routed(stack, { container: { Image: 'public.ecr.aws/acme/router:1' } }) },
  { name: 'a parameter decides the object', caught: false, notChecked: true, app: (stack) => routed(stack, { variables: { aws_fluent_bit_init_s3_1: parameter(stack) } }) },
  { name: 'the role is not in the app', caught: false, notChecked: true, app: (stack) => routed(stack, { task: { TaskRoleArn: 'arn:aws:iam::111122223333:role/task' } }) },
];
