import type { Stack } from 'aws-cdk-lib/core';
import { parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function member(stack: Stack, Expression: string | undefined): void {
  service(stack, { LaunchType: 'EC2', PlacementConstraints: [{ Type: 'memberOf', Expression }] });
}

function distinct(stack: Stack, constraint: Readonly<Record<string, unknown>> = {}): void {
  service(stack, { LaunchType: 'EC2', PlacementConstraints: [{ Type: 'distinctInstance', ...constraint }] });
}

function strategy(Type: string, Field?: string): GotchaCase['app'] {
  return (stack) => void service(stack, { LaunchType: 'EC2', PlacementStrategies: [{ Type, Field }] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'it compares with one equals sign', caught: true, app: (stack) => member(stack, 'attribute:ecs.instance-type = m6i.large') },
  { name: 'the attribute has no prefix', caught: true, app: (stack) => member(stack, 'ecs.instance-type == m6i.large') },
  { name: 'a negated attribute has no prefix', caught: true, app: (stack) => member(stack, '!(attribute:stack == test) and !ecs.os-type == windows') },
  { name: 'the expression is a space', caught: true, app: (stack) => member(stack, ' ') },
  { name: 'there is no expression', caught: true, app: (stack) => member(stack, undefined) },
  { name: 'distinct instances have an expression', caught: true, app: (stack) => distinct(stack, { Expression: 'attribute:stack == test' }) },
  { name: 'distinct instances have an empty expression', caught: true, app: (stack) => distinct(stack, { Expression: '' }) },
  { name: 'instances are filled by processors', caught: true, app: strategy('binpack', 'cpus') },
  { name: 'instances are filled by nothing', caught: true, app: strategy('binpack') },
  { name: 'tasks are spread over nothing', caught: true, app: strategy('spread') },
  { name: 'instances are distinct', caught: false, app: (stack) => distinct(stack) },
  { name: 'it compares with two', caught: false, app: (stack) => member(stack, 'attribute:ecs.instance-type == m6i.large and attribute:ecs.availability-zone in [us-east-1a, us-east-1b]') },
  { name: 'it compares with a pattern', caught: false, app: (stack) => member(stack, 'attribute:ecs.instance-type =~ m6.* and attribute:stack != test') },
  { name: 'it compares numbers', caught: false, app: (stack) => member(stack, 'runningTasksCount >= 1') },
  { name: 'instances are filled by memory', caught: false, app: strategy('binpack', 'MEMORY') },
  { name: 'tasks are spread over zones', caught: false, app: strategy('spread', 'attribute:ecs.availability-zone') },
  { name: 'tasks are placed anywhere', caught: false, app: strategy('random') },
  { name: 'a parameter is the expression', caught: false, notChecked: true, app: (stack) => member(stack, parameter(stack)) },
];
