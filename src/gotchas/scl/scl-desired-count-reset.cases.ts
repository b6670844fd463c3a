import { Aws, CfnCondition, Fn, type Stack } from 'aws-cdk-lib/core';
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
  { name: 'the count is set, and the service scales', caught: true, app: (stack) => scaled(stack, 4) },
  { name: 'the count is none, and the service scales', caught: true, app: (stack) => scaled(stack, 0) },
  {
    name: 'the scalable target names the service by its name',
    caught: true,
    app: (stack) => {
      service(stack, { ServiceName: 'web', DesiredCount: 2 });
      resource(stack, 'Target', 'AWS::ApplicationAutoScaling::ScalableTarget', {
        ServiceNamespace: 'ecs', ResourceId: 'service/shop/web', MinCapacity: 2, MaxCapacity: 10,
      });
    },
  },
  { name: 'the count is left out', caught: false, app: (stack) => scaled(stack, undefined) },
  { name: 'nothing scales the service', caught: false, app: (stack) => void service(stack, { DesiredCount: 4 }) },
  { name: 'a parameter decides the count', caught: true, app: (stack) => scaled(stack, parameter(stack)) },
  {
    name: 'a custom resource answers with the count that runs',
    caught: false,
    notChecked: true,
    app: (stack) => scaled(stack, resource(stack, 'Running', 'Custom::RunningCount', { ServiceToken: 'arn:aws:lambda:eu-west-1:111122223333:function:count' }).getAtt('Count')),
  },
  {
    name: 'a condition decides whether there is a count',
    caught: false,
    notChecked: true,
    app: (stack) => {
      const isFixed = new CfnCondition(stack, 'IsFixed', { expression: Fn.conditionEquals(parameter(stack), 'yes') });
      scaled(stack, Fn.conditionIf(isFixed.logicalId, 4, Aws.NO_VALUE));
    },
  },
];
