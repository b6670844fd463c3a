import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { scalableTarget } from './scaled-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function byText(stack: Stack, resourceId: unknown = 'service/shop/web', ServiceName: unknown = 'web'): CfnResource {
  return scalableTarget(stack, { ResourceId: resourceId }, { ServiceName });
}

function policy(stack: Stack, properties: Readonly<Record<string, unknown>>): CfnResource {
  return resource(stack, 'Policy', 'AWS::ApplicationAutoScaling::ScalingPolicy', {
    PolicyName: 'cpu', PolicyType: 'TargetTrackingScaling', ServiceNamespace: 'ecs', ScalableDimension: 'ecs:service:DesiredCount', ...properties,
  });
}

function after(first: CfnResource, second: CfnResource): void {
  second.node.addDependency(first);
}

function serviceOf(stack: Stack): CfnResource {
  return stack.node.findChild('Service') as CfnResource;
}

export const cases: readonly GotchaCase[] = [
  { name: 'the resource id is a text', caught: true, app: (stack) => void byText(stack) },
  {
    name: 'the resource id has a reference to the cluster and the service by text',
    caught: true,
    app: (stack) => void byText(stack, { 'Fn::Join': ['/', ['service', resource(stack, 'Cluster', 'AWS::ECS::Cluster', {}).ref, 'web']] }),
  },
  {
    name: 'one parameter is the name in both',
    caught: true,
    app: (stack) => {
      const name = parameter(stack);
      byText(stack, { 'Fn::Sub': 'service/shop/${Given}' }, name);
    },
  },
  {
    name: 'a policy has the resource id as text',
    caught: true,
    app: (stack) => {
      const target = byText(stack);
      after(serviceOf(stack), target);
      policy(stack, { ResourceId: 'service/shop/web' });
    },
  },
  { name: 'the resource id refers to the service', caught: false, app: (stack) => void scalableTarget(stack) },
  {
    name: 'the scalable target depends on the service',
    caught: false,
    app: (stack) => {
      const target = byText(stack);
      after(serviceOf(stack), target);
    },
  },
  { name: 'the service is in no stack of the app', caught: false, app: (stack) => void byText(stack, 'service/shop/api') },
  {
    name: 'the policy depends on the scalable target',
    caught: false,
    app: (stack) => {
      const target = byText(stack);
      after(serviceOf(stack), target);
      after(target, policy(stack, { ResourceId: 'service/shop/web' }));
    },
  },
];
