import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function percents(stack: Stack, MaximumPercent: unknown, DesiredCount: unknown = 1, more: Readonly<Record<string, unknown>> = {}): void {
  service(stack, {
    TaskDefinition: fargateTask(stack).ref, DesiredCount, DeploymentConfiguration: { MaximumPercent, MinimumHealthyPercent: 0 }, ...more,
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the only task stops first', caught: true, app: (stack) => percents(stack, 100) },
  { name: 'the count is left to ECS', caught: true, app: (stack) => percents(stack, 100, null) },
  { name: 'another task starts first', caught: false, app: (stack) => percents(stack, 200) },
  { name: 'there are two tasks', caught: false, app: (stack) => percents(stack, 100, 2) },
  { name: 'it runs on instances', caught: false, app: (stack) => percents(stack, 100, 1, { LaunchType: 'EC2' }) },
  { name: 'a parameter decides on the count', caught: false, notChecked: true, app: (stack) => percents(stack, 100, parameter(stack, 'Given', 'Number')) },
];
