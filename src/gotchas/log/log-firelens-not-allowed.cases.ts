import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, role } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function allow(...Action: readonly string[]): Properties {
  return { Effect: 'Allow', Action, Resource: '*' };
}

function routed(stack: Stack, Options: Properties, task: Properties, FirelensConfiguration: Properties = {}): void {
  fargateTask(stack, {
    ContainerDefinitions: [
      { Name: 'app', Image: 'public.ecr.aws/acme/app:1', LogConfiguration: { LogDriver: 'awsfirelens', Options } },
      { Name: 'router', Image: 'public.ecr.aws/acme/router:1', FirelensConfiguration: { Type: 'fluentbit', ...FirelensConfiguration } },
    ],
    ...task,
  });
}

function as(stack: Stack, ...statements: readonly Properties[]): Properties {
  return { TaskRoleArn: role(stack, ...statements).getAtt('Arn') };
}

const TO_LOGS = { Name: 'cloudwatch_logs', log_group_name: 'shop', log_stream_prefix: 'app-', region: 'eu-west-1' };
const KEPT = { ...TO_LOGS, log_retention_days: '30' };
const WRITE = allow('logs:CreateLogStream', 'logs:PutLogEvents');
const IN_S3 = { Options: { 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::acme/router.conf' } };

export const cases: readonly GotchaCase[] = [
  { name: 'the task role may do something else', caught: true, app: (stack) => routed(stack, TO_LOGS, as(stack, allow('s3:GetObject'))) },
  { name: 'there is no task role', caught: true, app: (stack) => routed(stack, TO_LOGS, {}) },
  { name: 'the group is created, and no role may create it', caught: true, app: (stack) => routed(stack, { ...TO_LOGS, auto_create_group: 'true' }, as(stack, WRITE)) },
  {
    name: 'the group gets a retention, and no role may set it',
    caught: true,
    app: (stack) => routed(stack, { ...KEPT, auto_create_group: 'true' }, as(stack, WRITE, allow('logs:CreateLogGroup'))),
  },
  {
    name: 'the role may set the retention',
    caught: false,
    app: (stack) => routed(stack, { ...KEPT, auto_create_group: 'On' }, as(stack, WRITE, allow('logs:CreateLogGroup', 'logs:PutRetentionPolicy'))),
  },
  { name: 'the group with a retention is there', caught: false, app: (stack) => routed(stack, KEPT, as(stack, WRITE)) },
  { name: 'the retention is for ever', caught: false, app: (stack) => routed(stack, { ...KEPT, log_retention_days: '0', auto_create_group: 'true' }, as(stack, WRITE, allow('logs:CreateLogGroup'))) },
  { name: 'Firehose is not allowed', caught: true, app: (stack) => routed(stack, { name: 'firehose', delivery_stream: 'logs' }, as(stack, WRITE)) },
  { name: 'Kinesis is not allowed', caught: true, app: (stack) => routed(stack, { Name: 'kinesis_streams', stream: 'logs' }, as(stack, WRITE)) },
  { name: 'S3 is not allowed', caught: true, app: (stack) => routed(stack, { Name: 's3', bucket: 'logs' }, as(stack, WRITE)) },
  { name: 'the execution role may not read the configuration', caught: true, app: (stack) => routed(stack, { Name: 'null' }, { ExecutionRoleArn: role(stack, WRITE).getAtt('Arn') }, IN_S3) },
  { name: 'the task role may write logs', caught: false, app: (stack) => routed(stack, TO_LOGS, as(stack, WRITE)) },
  { name: 'the task role may create the group', caught: false, app: (stack) => routed(stack, { ...TO_LOGS, auto_create_group: 'true' }, as(stack, allow('logs:*'))) },
  { name: 'the plugin assumes a role', caught: false, app: (stack) => routed(stack, { ...TO_LOGS, role_arn: 'arn:aws:iam::111122223333:role/logs' }, {}) },
  { name: 'a configuration file decides', caught: false, app: (stack) => routed(stack, {}, {}) },
  { name: 'the logs go to another service', caught: false, app: (stack) => routed(stack, { Name: 'datadog', Host: 'http-intake.logs.datadoghq.com' }, {}) },
  { name: 'an instance may have the credentials', caught: false, app: (stack) => routed(stack, TO_LOGS, { RequiresCompatibilities: ['EC2'] }) },
  { name: 'the execution role may read the configuration', caught: false, app: (stack) => routed(stack, { Name: 'null' }, { ExecutionRoleArn: role(stack, allow('s3:GetObject')).getAtt('Arn') }, IN_S3) },
  { name: 'the task role is imported', caught: false, notChecked: true, app: (stack) => routed(stack, TO_LOGS, { TaskRoleArn: 'arn:aws:iam::111122223333:role/app' }) },
  { name: 'a parameter decides the plugin', caught: false, notChecked: true, app: (stack) => routed(stack, { ...TO_LOGS, Name: parameter(stack) }, as(stack)) },
];
