import type { Stack } from 'aws-cdk-lib/core';
import type { GotchaCase } from '../gotcha-case';
import { parameter, resource } from '../small-app.cases';

function listener(stack: Stack, protocol: unknown, ...types: readonly unknown[]): void {
  resource(stack, 'Listener', 'AWS::ElasticLoadBalancingV2::Listener', {
    LoadBalancerArn: 'arn:balancer', Protocol: protocol, Port: 80, DefaultActions: types.map((Type, index) => ({ Type, Order: index + 1 })),
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a user pool behind plain HTTP', caught: true, app: (stack) => listener(stack, 'HTTP', 'authenticate-cognito', 'forward') },
  { name: 'an identity provider behind plain HTTP, and an action that is not known', caught: true, app: (stack) => listener(stack, 'HTTP', parameter(stack), 'authenticate-oidc') },
  { name: 'a sign-in behind HTTPS', caught: false, app: (stack) => listener(stack, 'HTTPS', 'authenticate-cognito', 'forward') },
  { name: 'plain HTTP that is redirected', caught: false, app: (stack) => listener(stack, 'HTTP', 'redirect') },
  { name: 'a parameter decides the protocol', caught: false, notChecked: true, app: (stack) => listener(stack, parameter(stack), 'authenticate-oidc') },
];
