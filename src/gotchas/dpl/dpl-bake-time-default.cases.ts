import type { Stack } from 'aws-cdk-lib/core';
import { parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function baked(stack: Stack, configuration: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}): void {
  service(stack, {
    LoadBalancers: [{ TargetGroupArn: 'arn', ContainerName: 'app', ContainerPort: 80 }],
    DeploymentConfiguration: { Strategy: 'BLUE_GREEN', ...configuration },
    ...more,
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'no bake time is set', caught: true, app: (stack) => baked(stack, {}) },
  { name: 'a canary has its own bake time only', caught: true, app: (stack) => baked(stack, { Strategy: 'CANARY', CanaryConfiguration: { CanaryBakeTimeInMinutes: 5 } }) },
  {
    name: 'Service Connect shifts the traffic',
    caught: true,
    app: (stack) => baked(stack, {}, { LoadBalancers: undefined, ServiceConnectConfiguration: { Enabled: true } }),
  },
  { name: 'it bakes for no time at all', caught: false, app: (stack) => baked(stack, { BakeTimeInMinutes: 0 }) },
  { name: 'no traffic shifts', caught: false, app: (stack) => baked(stack, {}, { LoadBalancers: undefined }) },
  { name: 'tasks are replaced in place', caught: false, app: (stack) => baked(stack, { Strategy: 'ROLLING' }) },
  { name: 'CodeDeploy shifts the traffic', caught: false, app: (stack) => baked(stack, {}, { DeploymentController: { Type: 'CODE_DEPLOY' } }) },
  { name: 'a parameter decides the bake time', caught: false, app: (stack) => baked(stack, { BakeTimeInMinutes: parameter(stack, 'Minutes', 'Number') }) },
  { name: 'a parameter decides the strategy', caught: false, notChecked: true, app: (stack) => baked(stack, { Strategy: parameter(stack) }) },
];
