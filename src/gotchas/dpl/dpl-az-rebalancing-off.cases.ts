import type { Stack } from 'aws-cdk-lib/core';
import { parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function balanced(stack: Stack, rebalancing: unknown, properties: Properties = {}, subnets: readonly string[] = ['subnet-1', 'subnet-2']): void {
  service(stack, {
    AvailabilityZoneRebalancing: rebalancing,
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: subnets } },
    ...properties,
  });
}

const TIGHT = { DeploymentConfiguration: { MinimumHealthyPercent: 0, MaximumPercent: 100 } };

export const cases: readonly GotchaCase[] = [
  { name: 'no task may be added', caught: true, app: (stack) => balanced(stack, 'ENABLED', TIGHT) },
  { name: 'it is behind a Classic Load Balancer', caught: true, app: (stack) => balanced(stack, 'ENABLED', { LoadBalancers: [{ LoadBalancerName: 'old', ContainerName: 'app', ContainerPort: 80 }] }) },
  { name: 'it is a daemon', caught: true, consequence: 'misbehaves', app: (stack) => balanced(stack, 'ENABLED', { LaunchType: 'EC2', SchedulingStrategy: 'DAEMON' }) },
  { name: 'it is off in two zones', caught: true, consequence: 'worth-knowing', app: (stack) => balanced(stack, 'DISABLED') },
  { name: 'it is on', caught: false, app: (stack) => balanced(stack, 'ENABLED') },
  { name: 'it is left to ECS', caught: false, app: (stack) => balanced(stack, undefined, TIGHT) },
  { name: 'it is off in one zone', caught: false, app: (stack) => balanced(stack, 'DISABLED', {}, ['subnet-1']) },
  { name: 'it is off where it could not be on', caught: false, app: (stack) => balanced(stack, 'DISABLED', TIGHT) },
  { name: 'a parameter decides it', caught: false, notChecked: true, app: (stack) => balanced(stack, parameter(stack)) },
];
