import type { Stack } from 'aws-cdk-lib/core';
import { parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function broken(stack: Stack, type: unknown, value: unknown, enable = true): void {
  const breaker = { Enable: enable, Rollback: true, ThresholdConfiguration: { Type: type, Value: value } };
  service(stack, { DesiredCount: 4, DeploymentConfiguration: { DeploymentCircuitBreaker: breaker } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'it breaks at 150 percent', caught: true, consequence: 'rejected', app: (stack) => broken(stack, 'UNBOUNDED_PERCENT', 150) },
  { name: 'it breaks at no percent', caught: true, app: (stack) => broken(stack, 'BOUNDED_PERCENT', 0) },
  { name: 'it breaks at no task', caught: true, app: (stack) => broken(stack, 'COUNT', 0) },
  { name: 'it breaks at a thousand tasks of four', caught: true, consequence: 'misbehaves', app: (stack) => broken(stack, 'COUNT', 1000) },
  { name: 'it is off', caught: true, consequence: 'misbehaves', app: (stack) => broken(stack, 'COUNT', 5, false) },
  { name: 'it breaks at five tasks', caught: false, app: (stack) => broken(stack, 'COUNT', 5) },
  { name: 'it breaks at a quarter', caught: false, app: (stack) => broken(stack, 'BOUNDED_PERCENT', 25) },
  { name: 'it is left to ECS', caught: false, app: (stack) => void service(stack) },
  { name: 'a parameter decides the threshold', caught: false, notChecked: true, app: (stack) => broken(stack, 'COUNT', parameter(stack)) },
];
