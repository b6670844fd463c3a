import type { Stack } from 'aws-cdk-lib/core';
import { parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function watched(stack: Stack, enable: unknown, names: readonly unknown[]): void {
  service(stack, { DeploymentConfiguration: { Alarms: { Enable: enable, Rollback: true, AlarmNames: names } } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'alarms are on, and there are none', caught: true, app: (stack) => watched(stack, true, []) },
  { name: 'alarms are named, and off', caught: true, app: (stack) => watched(stack, false, ['errors', 'latency']) },
  { name: 'alarms are on', caught: false, app: (stack) => watched(stack, true, ['errors']) },
  { name: 'the AWS CDK writes that there are none', caught: false, app: (stack) => watched(stack, false, []) },
  { name: 'no alarms are set', caught: false, app: (stack) => void service(stack) },
  { name: 'a parameter turns them on', caught: false, notChecked: true, app: (stack) => watched(stack, parameter(stack), ['errors']) },
];
