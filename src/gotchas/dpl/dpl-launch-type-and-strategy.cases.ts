import { parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { nightlyRule } from '../fixtures/task-launches';

const SPOT = [{ CapacityProvider: 'FARGATE_SPOT', Weight: 1 }];

export const cases: readonly GotchaCase[] = [
  { name: 'both are set', caught: true, app: (stack) => void service(stack, { LaunchType: 'FARGATE', CapacityProviderStrategy: SPOT }) },
  { name: 'instances and Fargate are set', caught: true, app: (stack) => void service(stack, { LaunchType: 'EC2', CapacityProviderStrategy: SPOT }) },
  { name: 'a rule runs a task with both', caught: true, app: (stack) => void nightlyRule(stack, {}, { CapacityProviderStrategy: SPOT }) },
  { name: 'a rule runs a task with the launch type', caught: false, app: (stack) => void nightlyRule(stack) },
  { name: 'the launch type is set', caught: false, app: (stack) => void service(stack) },
  { name: 'the strategy is set', caught: false, app: (stack) => void service(stack, { LaunchType: undefined, CapacityProviderStrategy: SPOT }) },
  { name: 'the strategy is emptied', caught: false, app: (stack) => void service(stack, { LaunchType: 'FARGATE', CapacityProviderStrategy: [] }) },
  { name: 'a parameter decides the launch type', caught: false, notChecked: true, app: (stack) => void service(stack, { LaunchType: parameter(stack), CapacityProviderStrategy: SPOT }) },
];
