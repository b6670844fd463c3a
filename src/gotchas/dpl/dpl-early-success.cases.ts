import type { Stack } from 'aws-cdk-lib/core';
import { parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function early(stack: Stack, criteria: Properties, configuration: Properties = {}): void {
  service(stack, {
    DeploymentConfiguration: {
      MinimumHealthyPercent: 50,
      EarlySuccessCriteria: { Enable: true, HealthyPercent: 80, SourceServiceRevisionCleanup: 'DEFERRED', ...criteria },
      ...configuration,
    },
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'fewer than stay healthy', caught: true, app: (stack) => early(stack, { HealthyPercent: 40 }) },
  { name: 'fewer than the default keeps healthy', caught: true, app: (stack) => early(stack, {}, { MinimumHealthyPercent: undefined }) },
  { name: 'more than all', caught: true, app: (stack) => early(stack, { HealthyPercent: 120 }) },
  { name: 'no percentage is set', caught: true, app: (stack) => early(stack, { HealthyPercent: undefined }) },
  { name: 'the removal of the old tasks is not set', caught: true, app: (stack) => early(stack, { SourceServiceRevisionCleanup: undefined }) },
  { name: 'the strategy is blue/green', caught: true, consequence: 'risk', app: (stack) => early(stack, {}, { Strategy: 'BLUE_GREEN' }) },
  { name: 'everything is set', caught: false, app: (stack) => early(stack, {}) },
  { name: 'it is off', caught: false, app: (stack) => early(stack, { Enable: false, HealthyPercent: undefined }) },
  { name: 'nothing is set', caught: false, app: (stack) => void service(stack) },
  { name: 'a parameter decides the percentage', caught: false, notChecked: true, app: (stack) => early(stack, { HealthyPercent: parameter(stack) }) },
];
