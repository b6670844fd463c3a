import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function rule(stack: Stack, priority: unknown, ...conditions: readonly object[]): void {
  resource(stack, 'Rule', 'AWS::ElasticLoadBalancingV2::ListenerRule', { ListenerArn: 'arn:listener', Priority: priority, Conditions: conditions, Actions: [] });
}

const paths = (count: number) => ({ Field: 'path-pattern', PathPatternConfig: { Values: Array.from({ length: count }, (_, index) => `/${index}`) } });

export const cases: readonly GotchaCase[] = [
  { name: 'six paths', caught: true, app: (stack) => rule(stack, 1, paths(6)) },
  { name: 'six values in two conditions', caught: true, app: (stack) => rule(stack, 1, paths(4), { Field: 'host-header', Values: ['a.example.com', 'b.example.com'] }) },
  { name: 'a priority that is too high', caught: true, app: (stack) => rule(stack, 60000, paths(1)) },
  { name: 'a priority that is too low', caught: true, app: (stack) => rule(stack, '0', paths(1)) },
  { name: 'five values and the last priority', caught: false, app: (stack) => rule(stack, 50000, paths(3), { Field: 'query-string', QueryStringConfig: { Values: [{ Value: 'a' }, { Value: 'b' }] } }) },
  { name: 'a parameter decides the priority', caught: false, notChecked: true, app: (stack) => rule(stack, parameter(stack), paths(5)) },
];
