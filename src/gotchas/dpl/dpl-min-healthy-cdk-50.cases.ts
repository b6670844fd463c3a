import type { Stack } from 'aws-cdk-lib/core';
import { parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function behindLoadBalancer(stack: Stack, min: unknown, properties: Properties = {}): void {
  service(stack, {
    DesiredCount: 4,
    LoadBalancers: [{ TargetGroupArn: 'arn', ContainerName: 'app', ContainerPort: 80 }],
    DeploymentConfiguration: { MinimumHealthyPercent: min, MaximumPercent: 200 },
    ...properties,
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'no task has to stay', caught: true, app: (stack) => behindLoadBalancer(stack, 0) },
  { name: 'half of the tasks have to stay', caught: true, consequence: 'worth-knowing', app: (stack) => behindLoadBalancer(stack, 50) },
  { name: 'all tasks stay', caught: false, app: (stack) => behindLoadBalancer(stack, 100) },
  { name: 'nothing is set', caught: false, app: (stack) => behindLoadBalancer(stack, undefined) },
  { name: 'half of one task is one', caught: false, app: (stack) => behindLoadBalancer(stack, 50, { DesiredCount: 1 }) },
  { name: 'the desired count is not set', caught: false, app: (stack) => behindLoadBalancer(stack, 50, { DesiredCount: undefined }) },
  { name: 'the tasks have no callers', caught: false, app: (stack) => behindLoadBalancer(stack, 50, { LoadBalancers: undefined }) },
  { name: 'there is one task on each instance', caught: false, app: (stack) => behindLoadBalancer(stack, 0, { LaunchType: 'EC2', SchedulingStrategy: 'DAEMON' }) },
  { name: 'a parameter decides the percentage', caught: false, notChecked: true, app: (stack) => behindLoadBalancer(stack, parameter(stack)) },
  { name: 'a parameter decides the count', caught: false, notChecked: true, app: (stack) => behindLoadBalancer(stack, 50, { DesiredCount: parameter(stack) }) },
];
