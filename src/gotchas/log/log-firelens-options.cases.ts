import { CfnResource, type Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function routed(stack: Stack, firelens: Properties, container: Properties = {}, logOptions: Properties = {}, task: Properties = {}): void {
  fargateTask(stack, {
    ...task,
    ContainerDefinitions: [
      { Name: 'app', Image: 'public.ecr.aws/acme/app:1', LogConfiguration: { LogDriver: 'awsfirelens', Options: { Name: 'null', ...logOptions } } },
      { Name: 'router', Image: 'public.ecr.aws/acme/router:1', FirelensConfiguration: { Type: 'fluentbit', ...firelens }, ...container },
    ],
  });
}

function configured(stack: Stack, options: Properties, task: Properties = {}): void {
  routed(stack, { Options: options }, {}, {}, task);
}

const ON_INSTANCES = { RequiresCompatibilities: ['EC2'] };
const IN_S3 = { 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::acme/router.conf' };

export const cases: readonly GotchaCase[] = [
  { name: 'an option is misspelt', caught: true, app: (stack) => configured(stack, { 'enable-ecs-log-metdata': 'true' }) },
  { name: 'the type has a hyphen', caught: true, app: (stack) => routed(stack, { Type: 'fluent-bit' }) },
  { name: 'there is no type', caught: true, app: (stack) => routed(stack, { Type: undefined }) },
  { name: 'the file has no type', caught: true, app: (stack) => configured(stack, { 'config-file-value': '/router.conf' }) },
  { name: 'the file has a type and no path', caught: true, app: (stack) => configured(stack, { 'config-file-type': 'file' }) },
  { name: 'the file is of another type', caught: true, app: (stack) => configured(stack, { 'config-file-type': 'ssm', 'config-file-value': '/router' }) },
  { name: 'the object in S3 is no ARN', caught: true, app: (stack) => configured(stack, { 'config-file-type': 's3', 'config-file-value': 's3://acme/router.conf' }) },
  { name: 'the file is in S3, and the task on Fargate', caught: true, app: (stack) => configured(stack, IN_S3) },
  { name: 'the file is YAML', caught: true, consequence: 'never-works', app: (stack) => configured(stack, { 'config-file-type': 'file', 'config-file-value': '/fluent-bit/etc/fluent-bit.yaml' }) },
  { name: 'the object in S3 is YAML', caught: true, consequence: 'never-works', app: (stack) => configured(stack, { ...IN_S3, 'config-file-value': 'arn:aws:s3:::acme/router.yml' }, ON_INSTANCES) },
  { name: 'the router has a user', caught: true, app: (stack) => routed(stack, {}, { User: '1000' }) },
  { name: 'the user of the router begins like root', caught: true, app: (stack) => routed(stack, {}, { User: 'rootless' }) },
  { name: 'the buffer is below its range', caught: true, app: (stack) => routed(stack, {}, {}, { 'log-driver-buffer-limit': '-1' }) },
  { name: 'the buffer has a part of a byte', caught: true, app: (stack) => routed(stack, {}, {}, { 'log-driver-buffer-limit': '1.5' }) },
  { name: 'the buffer is beyond its range', caught: true, app: (stack) => routed(stack, {}, {}, { 'log-driver-buffer-limit': '999999999999' }) },
  { name: 'the options are those of ECS', caught: false, app: (stack) => configured(stack, { 'enable-ecs-log-metadata': 'false', 'config-file-type': 'file', 'config-file-value': '/router.conf' }) },
  {
    name: 'the object is in a bucket of the app',
    caught: false,
    app: (stack) => {
      const bucket = new CfnResource(stack, 'Bucket', { type: 'AWS::S3::Bucket' });
      configured(stack, { 'config-file-type': 's3', 'config-file-value': { 'Fn::Join': ['', [bucket.getAtt('Arn'), '/router.conf']] } }, ON_INSTANCES);
    },
  },
  { name: 'the file is in S3, and the task on instances', caught: false, app: (stack) => configured(stack, IN_S3, ON_INSTANCES) },
  { name: 'the router is root, and the buffer in its range', caught: false, app: (stack) => routed(stack, {}, { User: '0:0' }, { 'log-driver-buffer-limit': '2097152' }) },
  { name: 'the buffer is the greatest', caught: false, app: (stack) => routed(stack, {}, {}, { 'log-driver-buffer-limit': '536870912' }) },
  { name: 'another driver has an option of that name', caught: false, app: (stack) => void fargateTask(stack, {}, { LogConfiguration: { LogDriver: 'splunk', Options: { 'log-driver-buffer-limit': '-1' } } }) },
  { name: 'there is no router', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'a parameter decides the type', caught: false, notChecked: true, app: (stack) => routed(stack, { Type: parameter(stack) }) },
];
