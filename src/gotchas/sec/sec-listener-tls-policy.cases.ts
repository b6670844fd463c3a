import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function listener(stack: Stack, SslPolicy: unknown, Protocol = 'HTTPS'): void {
  resource(stack, 'Listener', 'AWS::ElasticLoadBalancingV2::Listener', {
    LoadBalancerArn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/1', Port: 443, Protocol, SslPolicy,
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'it is left to the default', caught: true, app: (stack) => listener(stack, undefined) },
  { name: 'it is the policy of 2016', caught: true, app: (stack) => listener(stack, 'ELBSecurityPolicy-2016-08') },
  { name: 'it accepts TLS 1.1', caught: true, app: (stack) => listener(stack, 'ELBSecurityPolicy-TLS-1-1-2017-01') },
  { name: 'it accepts TLS 1.0 beside 1.3', caught: true, app: (stack) => listener(stack, 'ELBSecurityPolicy-TLS13-1-0-2021-06', 'TLS') },
  { name: 'it accepts TLS 1.2 and 1.3', caught: false, app: (stack) => listener(stack, 'ELBSecurityPolicy-TLS13-1-2-2021-06') },
  { name: 'it accepts TLS 1.2 only', caught: false, app: (stack) => listener(stack, 'ELBSecurityPolicy-TLS-1-2-Ext-2018-06') },
  { name: 'it resists quantum computers', caught: false, app: (stack) => listener(stack, 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09') },
  { name: 'it does not speak TLS', caught: false, app: (stack) => listener(stack, undefined, 'HTTP') },
  { name: 'a parameter decides', caught: false, notChecked: true, app: (stack) => listener(stack, parameter(stack)) },
];
