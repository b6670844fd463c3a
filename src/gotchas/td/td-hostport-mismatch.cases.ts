import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function mapped(stack: Stack, networkMode: string | undefined, hostPort: unknown): void {
  fargateTask(stack, { RequiresCompatibilities: ['EC2'], NetworkMode: networkMode }, { PortMappings: [{ ContainerPort: 80, HostPort: hostPort }] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the host port differs with awsvpc', caught: true, app: (stack) => mapped(stack, 'awsvpc', 8080) },
  { name: 'the host port differs with host', caught: true, app: (stack) => mapped(stack, 'host', 8080) },
  { name: 'the host port differs with bridge', caught: false, app: (stack) => mapped(stack, 'bridge', 8080) },
  { name: 'the network mode is left to its default', caught: false, app: (stack) => mapped(stack, undefined, 8080) },
  { name: 'the host port is the same', caught: false, app: (stack) => mapped(stack, 'awsvpc', 80) },
  { name: 'the host port is left out', caught: false, app: (stack) => mapped(stack, 'host', undefined) },
  { name: 'the host port is left to ECS', caught: false, app: (stack) => mapped(stack, 'awsvpc', 0) },
  {
    name: 'a range of ports is mapped',
    caught: false,
    app: (stack) => void fargateTask(stack, {}, { PortMappings: [{ ContainerPortRange: '8000-8010' }] }),
  },
  { name: 'a parameter decides the host port', caught: false, notChecked: true, app: (stack) => mapped(stack, 'awsvpc', parameter(stack)) },
];
