import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const URL = { 'splunk-url': 'https://splunk.example.com:8088' };

function splunk(stack: Stack, logging: Readonly<Record<string, unknown>>): void {
  fargateTask(stack, {}, { LogConfiguration: { LogDriver: 'splunk', ...logging } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the token is an option', caught: true, app: (stack) => splunk(stack, { Options: { ...URL, 'splunk-token': '0000-1111' } }) },
  { name: 'a parameter brings the token into the options', caught: true, app: (stack) => splunk(stack, { Options: { ...URL, 'splunk-token': parameter(stack) } }) },
  {
    name: 'the token is a secret',
    caught: false,
    app: (stack) => splunk(stack, { Options: URL, SecretOptions: [{ Name: 'splunk-token', ValueFrom: '/shop/splunk' }] }),
  },
  { name: 'the driver is another', caught: false, app: (stack) => splunk(stack, { LogDriver: 'awslogs', Options: {} }) },
  { name: 'a parameter names the driver', caught: false, notChecked: true, app: (stack) => splunk(stack, { LogDriver: parameter(stack) }) },
];
