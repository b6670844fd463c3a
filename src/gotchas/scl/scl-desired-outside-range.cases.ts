import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function scaled(stack: Stack, desiredCount: unknown): void {
  resource(stack, 'Target', 'AWS::ApplicationAutoScaling::ScalableTarget', {
    ServiceNamespace: 'ecs',
    ResourceId: `service/shop/${service(stack, { DesiredCount: desiredCount }).getAtt('Name').toString()}`,
    MinCapacity: 2,
    MaxCapacity: 10,
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the count is below the minimum', caught: true, app: (stack) => scaled(stack, 1) },
  { name: 'the count is above the maximum', caught: true, app: (stack) => scaled(stack, 11) },
  { name: 'the count is the minimum', caught: false, app: (stack) => scaled(stack, 2) },
  { name: 'the count is the maximum', caught: false, app: (stack) => scaled(stack, 10) },
  { name: 'the count is left out', caught: false, app: (stack) => scaled(stack, undefined) },
  { name: 'nothing scales the service', caught: false, app: (stack) => void service(stack, { DesiredCount: 100 }) },
  { name: 'a parameter decides the count', caught: false, notChecked: true, app: (stack) => scaled(stack, parameter(stack)) },
];
