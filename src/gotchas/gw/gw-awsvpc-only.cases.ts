import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function connected(stack: Stack, NetworkMode: unknown, GatewayConnectors: unknown = [{ PortName: 'http' }]): void {
  const task = fargateTask(stack, { RequiresCompatibilities: ['EC2'], NetworkMode }, { PortMappings: [{ ContainerPort: 80, Name: 'http' }] });
  service(stack, { LaunchType: 'EC2', TaskDefinition: task.ref, GatewayConnectors });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the tasks are in bridge mode', caught: true, app: (stack) => connected(stack, 'bridge') },
  { name: 'the tasks are in host mode', caught: true, app: (stack) => connected(stack, 'host') },
  { name: 'the network mode is left out', caught: true, app: (stack) => connected(stack, undefined) },
  { name: 'the tasks have addresses', caught: false, app: (stack) => connected(stack, 'awsvpc') },
  { name: 'there is no connector', caught: false, app: (stack) => connected(stack, 'bridge', []) },
  { name: 'a parameter decides', caught: false, notChecked: true, app: (stack) => connected(stack, parameter(stack)) },
];
