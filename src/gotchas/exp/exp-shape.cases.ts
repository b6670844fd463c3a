import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function express(stack: Stack, properties: Readonly<Record<string, unknown>>, ContainerPort: unknown = 80): void {
  resource(stack, 'Web', 'AWS::ECS::ExpressGatewayService', { PrimaryContainer: { Image: 'public.ecr.aws/nginx/nginx:1.27', ContainerPort }, ...properties });
}

export const cases: readonly GotchaCase[] = [
  { name: 'Fargate doesn\'t sell the pair', caught: true, app: (stack) => express(stack, { Cpu: '256', Memory: '4096' }) },
  { name: 'the port is none', caught: true, app: (stack) => express(stack, {}, 99999) },
  { name: 'the path has no slash', caught: true, app: (stack) => express(stack, { HealthCheckPath: 'health' }) },
  { name: 'the least is more than the most', caught: true, app: (stack) => express(stack, { ScalingTarget: { MinTaskCount: 5, MaxTaskCount: 1 } }) },
  {
    name: 'all is in order',
    caught: false,
    app: (stack) => express(stack, { Cpu: '256', Memory: '512', HealthCheckPath: '/health', ScalingTarget: { MinTaskCount: 1, MaxTaskCount: 5 } }),
  },
  { name: 'all is left to the defaults', caught: false, app: (stack) => express(stack, {}) },
  { name: 'a parameter is the memory', caught: false, notChecked: true, app: (stack) => express(stack, { Cpu: '256', Memory: parameter(stack) }) },
];
