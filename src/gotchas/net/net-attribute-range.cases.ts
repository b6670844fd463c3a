import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Attributes = Readonly<Record<string, unknown>>;

function list(attributes: Attributes): readonly unknown[] {
  return Object.entries(attributes).map(([Key, Value]) => ({ Key, Value }));
}

function targets(stack: Stack, attributes: Attributes): void {
  resource(stack, 'Targets', 'AWS::ElasticLoadBalancingV2::TargetGroup', { TargetGroupAttributes: list(attributes) });
}

function balancer(stack: Stack, attributes: Attributes): void {
  resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', { LoadBalancerAttributes: list(attributes) });
}

const DELAY = 'deregistration_delay.timeout_seconds';
const SLOW = 'slow_start.duration_seconds';
const ALGORITHM = 'load_balancing.algorithm.type';
const IDLE = 'idle_timeout.timeout_seconds';

export const cases: readonly GotchaCase[] = [
  { name: 'a delay of more than an hour', caught: true, app: (stack) => targets(stack, { [DELAY]: '3601' }) },
  { name: 'a delay of half a second', caught: true, app: (stack) => targets(stack, { [DELAY]: '0.5' }) },
  { name: 'a slow start of 10 s', caught: true, app: (stack) => targets(stack, { [SLOW]: '10' }) },
  { name: 'a slow start of more than 15 minutes', caught: true, app: (stack) => targets(stack, { [SLOW]: '901' }) },
  { name: 'slow start with least outstanding requests', caught: true, app: (stack) => targets(stack, { [SLOW]: '30', [ALGORITHM]: 'least_outstanding_requests' }) },
  { name: 'slow start with weighted random', caught: true, app: (stack) => targets(stack, { [SLOW]: '30', [ALGORITHM]: 'weighted_random' }) },
  { name: 'an idle timeout of 2 hours', caught: true, app: (stack) => balancer(stack, { [IDLE]: '7200' }) },
  { name: 'no idle timeout', caught: true, app: (stack) => balancer(stack, { [IDLE]: '0' }) },
  { name: 'clients kept for 30 s', caught: true, app: (stack) => balancer(stack, { 'client_keep_alive.seconds': '30' }) },
  { name: 'the ends of the ranges', caught: false, app: (stack) => targets(stack, { [DELAY]: '3600', [SLOW]: '900', [ALGORITHM]: 'round_robin' }) },
  { name: 'numbers in place of texts', caught: false, app: (stack) => balancer(stack, { [IDLE]: 4000, 'client_keep_alive.seconds': 60 }) },
  { name: 'slow start switched off', caught: false, app: (stack) => targets(stack, { [DELAY]: '0', [SLOW]: '0', [ALGORITHM]: 'weighted_random' }) },
  { name: 'no attributes', caught: false, app: (stack) => targets(stack, {}) },
  { name: 'a parameter is the delay', caught: false, notChecked: true, app: (stack) => targets(stack, { [DELAY]: parameter(stack) }) },
];
