import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const TOKEN = { Name: 'splunk-token', ValueFrom: 'arn:aws:ssm:eu-west-1:111122223333:parameter/splunk/token' };
const URL = { 'splunk-url': 'https://splunk.example.com:8088' };

function logging(stack: Stack, LogDriver: unknown, Options?: unknown, SecretOptions?: unknown): void {
  fargateTask(stack, {}, { LogConfiguration: { LogDriver, Options, SecretOptions } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'Splunk has no address', caught: true, app: (stack) => logging(stack, 'splunk', undefined, [TOKEN]) },
  { name: 'Splunk has no token', caught: true, app: (stack) => logging(stack, 'splunk', URL) },
  { name: 'GELF has no address', caught: true, app: (stack) => logging(stack, 'gelf', { tag: 'app' }) },
  { name: 'Splunk has both', caught: false, app: (stack) => logging(stack, 'splunk', URL, [TOKEN]) },
  { name: 'both are secrets', caught: false, app: (stack) => logging(stack, 'splunk', {}, [TOKEN, { ...TOKEN, Name: 'splunk-url' }]) },
  { name: 'the driver is another one', caught: false, app: (stack) => logging(stack, 'fluentd') },
  { name: 'a parameter decides the driver', caught: false, notChecked: true, app: (stack) => logging(stack, parameter(stack)) },
];
