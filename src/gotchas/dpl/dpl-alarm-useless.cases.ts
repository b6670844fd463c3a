import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function watched(stack: Stack, enable: unknown, names: readonly unknown[]): void {
  service(stack, { DeploymentConfiguration: { Alarms: { Enable: enable, Rollback: true, AlarmNames: names } } });
}

/** An alarm of the app, and the name that the service watches. */
function named(stack: Stack, own: string, watchedName: string): void {
  resource(stack, 'Alarm', 'AWS::CloudWatch::Alarm', { AlarmName: own });
  watched(stack, true, [watchedName]);
}

export const cases: readonly GotchaCase[] = [
  { name: 'alarms are on, and there are none', caught: true, app: (stack) => watched(stack, true, []) },
  { name: 'alarms are named, and off', caught: true, app: (stack) => watched(stack, false, ['errors', 'latency']) },
  { name: 'a name that is misspelled', caught: true, app: (stack) => named(stack, 'shop-errors', 'shop-error') },
  { name: 'a name in other letters', caught: true, app: (stack) => named(stack, 'shop-5xx', 'shop-5XX') },
  { name: 'the ARN of an alarm of the app', caught: true, app: (stack) => watched(stack, true, [resource(stack, 'Errors', 'AWS::CloudWatch::Alarm', {}).getAtt('Arn')]) },
  { name: 'the ARN of an alarm elsewhere', caught: true, app: (stack) => watched(stack, true, ['arn:aws:cloudwatch:eu-west-1:111122223333:alarm:errors']) },
  { name: 'the name of an alarm of the app', caught: false, app: (stack) => named(stack, 'shop-errors', 'shop-errors') },
  { name: 'a reference to an alarm of the app', caught: false, app: (stack) => watched(stack, true, [resource(stack, 'Errors', 'AWS::CloudWatch::Alarm', { AlarmName: 'errors' }).ref]) },
  { name: 'an alarm of another app', caught: false, app: (stack) => named(stack, 'shop-5xx', 'shop-4xx') },
  { name: 'alarms are on', caught: false, app: (stack) => watched(stack, true, ['errors']) },
  { name: 'the AWS CDK writes that there are none', caught: false, app: (stack) => watched(stack, false, []) },
  { name: 'no alarms are set', caught: false, app: (stack) => void service(stack) },
  { name: 'a parameter turns them on', caught: false, notChecked: true, app: (stack) => watched(stack, parameter(stack), ['errors']) },
];
