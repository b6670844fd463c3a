import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function routed(stack: Stack, Options: Readonly<Record<string, unknown>>, SecretOptions?: unknown, Type: unknown = 'fluentbit'): void {
  fargateTask(stack, {
    ContainerDefinitions: [
      { Name: 'app', Image: 'public.ecr.aws/acme/app:1', LogConfiguration: { LogDriver: 'awsfirelens', Options, SecretOptions } },
      { Name: 'router', Image: 'public.ecr.aws/acme/router:1', FirelensConfiguration: { Type } },
    ],
  });
}

const TO_LOGS = { Name: 'cloudwatch_logs', region: 'eu-west-1', log_group_name: 'shop', log_stream_prefix: 'app-' };

export const cases: readonly GotchaCase[] = [
  { name: 'CloudWatch has no stream', caught: true, app: (stack) => routed(stack, { ...TO_LOGS, log_stream_prefix: undefined }) },
  { name: 'CloudWatch has no group', caught: true, app: (stack) => routed(stack, { ...TO_LOGS, log_group_name: undefined }) },
  { name: 'CloudWatch has both names of a stream', caught: true, app: (stack) => routed(stack, { ...TO_LOGS, log_stream_name: 'app' }) },
  { name: 'Firehose has no stream', caught: true, app: (stack) => routed(stack, { Name: 'firehose', region: 'eu-west-1' }) },
  { name: 'S3 has no bucket', caught: true, app: (stack) => routed(stack, { Name: 's3', region: 'eu-west-1' }) },
  { name: 'Datadog has no key', caught: true, app: (stack) => routed(stack, { Name: 'datadog', Host: 'http-intake.logs.datadoghq.com' }) },
  { name: 'no option names the plugin', caught: true, consequence: 'misbehaves', app: (stack) => routed(stack, { region: 'eu-west-1', delivery_stream: 'shop' }) },
  { name: 'a configuration file decides, and a pattern filters', caught: false, app: (stack) => routed(stack, { 'exclude-pattern': 'health', 'log-driver-buffer-limit': '1048576' }) },
  { name: 'CloudWatch has all', caught: false, app: (stack) => routed(stack, TO_LOGS) },
  { name: 'Datadog has its key as a secret', caught: false, app: (stack) => routed(stack, { Name: 'datadog' }, [{ Name: 'apikey', ValueFrom: 'arn:aws:ssm:eu-west-1:111122223333:parameter/datadog/key' }]) },
  { name: 'the option that names the plugin is in lower case', caught: true, consequence: 'misbehaves', app: (stack) => routed(stack, { name: 's3', bucket: 'logs' }) },
  { name: 'the names of other options are in another case', caught: false, app: (stack) => routed(stack, { Name: 's3', Bucket: 'logs' }) },
  { name: 'the router is of Fluentd', caught: false, app: (stack) => routed(stack, { Name: 's3' }, undefined, 'fluentd') },
  { name: 'a configuration file decides', caught: false, app: (stack) => routed(stack, {}) },
  { name: 'a parameter decides the plugin', caught: false, notChecked: true, app: (stack) => routed(stack, { Name: parameter(stack) }) },
  { name: 'a parameter decides the type', caught: false, notChecked: true, app: (stack) => routed(stack, { Name: 's3' }, undefined, parameter(stack)) },
];
