import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function web(stack: Stack, DesiredCount: unknown, more: Readonly<Record<string, unknown>> = {}): CfnResource {
  const LoadBalancers = [{ ContainerName: 'app', ContainerPort: 80, TargetGroupArn: targetGroup(stack).ref }];
  return service(stack, { TaskDefinition: fargateTask(stack).ref, DesiredCount, LoadBalancers, ...more });
}

function scaled(stack: Stack, MinCapacity: number): void {
  resource(stack, 'Target', 'AWS::ApplicationAutoScaling::ScalableTarget', {
    ServiceNamespace: 'ecs',
    ResourceId: { 'Fn::Join': ['/', ['service', 'shop', web(stack, undefined).getAtt('Name')]] },
    ScalableDimension: 'ecs:service:DesiredCount',
    MinCapacity,
    MaxCapacity: 4,
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'one task is asked for', caught: true, app: (stack) => void web(stack, 1) },
  { name: 'the count is left to ECS', caught: true, app: (stack) => void web(stack, undefined) },
  { name: 'it scales down to one task', caught: true, app: (stack) => scaled(stack, 1) },
  { name: 'there are two', caught: false, app: (stack) => void web(stack, 2) },
  { name: 'it scales down to two', caught: false, app: (stack) => scaled(stack, 2) },
  { name: 'it is switched off', caught: false, app: (stack) => void web(stack, 0) },
  { name: 'it has no callers', caught: false, app: (stack) => void web(stack, 1, { LoadBalancers: undefined }) },
  { name: 'a parameter decides', caught: false, notChecked: true, app: (stack) => void web(stack, parameter(stack, 'Given', 'Number')) },
];
