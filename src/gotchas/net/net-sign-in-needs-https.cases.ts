import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function listener(stack: Stack, protocol: unknown, ...types: readonly unknown[]): CfnResource {
  return resource(stack, 'Listener', 'AWS::ElasticLoadBalancingV2::Listener', {
    LoadBalancerArn: 'arn:balancer', Protocol: protocol, Port: 80, DefaultActions: types.map((Type, index) => ({ Type, Order: index + 1 })),
  });
}

function rule(stack: Stack, protocol: unknown, ...types: readonly unknown[]): void {
  resource(stack, 'Rule', 'AWS::ElasticLoadBalancingV2::ListenerRule', {
    ListenerArn: listener(stack, protocol, 'fixed-response').ref, Priority: 1, Conditions: [], Actions: types.map((Type, index) => ({ Type, Order: index + 1 })),
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a user pool behind plain HTTP', caught: true, app: (stack) => void listener(stack, 'HTTP', 'authenticate-cognito', 'forward') },
  { name: 'an identity provider behind plain HTTP, and an action that is not known', caught: true, app: (stack) => void listener(stack, 'HTTP', parameter(stack), 'authenticate-oidc') },
  { name: 'a rule behind plain HTTP', caught: true, app: (stack) => rule(stack, 'HTTP', 'authenticate-oidc', 'forward') },
  { name: 'a rule behind HTTPS', caught: false, app: (stack) => rule(stack, 'HTTPS', 'authenticate-oidc', 'forward') },
  { name: 'a rule that only forwards', caught: false, app: (stack) => rule(stack, 'HTTP', 'forward') },
  { name: 'a sign-in behind HTTPS', caught: false, app: (stack) => void listener(stack, 'HTTPS', 'authenticate-cognito', 'forward') },
  { name: 'plain HTTP that is redirected', caught: false, app: (stack) => void listener(stack, 'HTTP', 'redirect') },
  { name: 'a parameter decides the protocol', caught: false, notChecked: true, app: (stack) => void listener(stack, parameter(stack), 'authenticate-oidc') },
];
