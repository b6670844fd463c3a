import type { Stack } from 'aws-cdk-lib/core';
import { parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function deployed(stack: Stack, configuration: Properties, properties: Properties = {}): void {
  service(stack, { LoadBalancers: [{ TargetGroupArn: 'arn', ContainerName: 'app', ContainerPort: 80 }], DeploymentConfiguration: configuration, ...properties });
}

export const cases: readonly GotchaCase[] = [
  { name: 'linear settings with the strategy CANARY', caught: true, app: (stack) => deployed(stack, { Strategy: 'CANARY', LinearConfiguration: { StepPercent: 10 } }) },
  { name: 'canary settings with no strategy', caught: true, app: (stack) => deployed(stack, { CanaryConfiguration: { CanaryPercent: 5 } }) },
  { name: 'a step of one percent', caught: true, app: (stack) => deployed(stack, { Strategy: 'LINEAR', LinearConfiguration: { StepPercent: 1 } }) },
  { name: 'a canary of a part of a thousand', caught: true, app: (stack) => deployed(stack, { Strategy: 'CANARY', CanaryConfiguration: { CanaryPercent: 0.15 } }) },
  { name: 'two days of bake time', caught: true, app: (stack) => deployed(stack, { Strategy: 'BLUE_GREEN', BakeTimeInMinutes: 2880 }) },
  { name: 'CodeDeploy with a strategy of ECS', caught: true, app: (stack) => deployed(stack, { Strategy: 'BLUE_GREEN' }, { DeploymentController: { Type: 'CODE_DEPLOY' } }) },
  { name: 'a canary without callers', caught: true, app: (stack) => deployed(stack, { Strategy: 'CANARY' }, { LoadBalancers: undefined }) },
  {
    name: 'a canary of a service that only calls others',
    caught: true,
    consequence: 'misbehaves',
    app: (stack) => deployed(stack, { Strategy: 'CANARY' }, { LoadBalancers: undefined, ServiceConnectConfiguration: { Enabled: true } }),
  },
  {
    name: 'a canary of an endpoint of Service Connect',
    caught: false,
    app: (stack) => deployed(stack, { Strategy: 'CANARY' }, { LoadBalancers: undefined, ServiceConnectConfiguration: { Enabled: true, Services: [{ PortName: 'http' }] } }),
  },
  {
    name: 'nine waits of 220 minutes',
    caught: true,
    app: (stack) => deployed(stack, { Strategy: 'LINEAR', BakeTimeInMinutes: 5, LinearConfiguration: { StepPercent: 11, StepBakeTimeInMinutes: 220 } }),
  },
  {
    name: 'a canary of a day, and half a day of bake time',
    caught: true,
    app: (stack) => deployed(stack, { Strategy: 'CANARY', BakeTimeInMinutes: 720, CanaryConfiguration: { CanaryBakeTimeInMinutes: 1440 } }),
  },
  {
    name: 'one wait of a day between two halves',
    caught: false,
    app: (stack) => deployed(stack, { Strategy: 'LINEAR', BakeTimeInMinutes: 540, LinearConfiguration: { StepPercent: 50, StepBakeTimeInMinutes: 1440 } }),
  },
  { name: 'linear settings with their strategy', caught: false, app: (stack) => deployed(stack, { Strategy: 'LINEAR', LinearConfiguration: { StepPercent: 12.3, StepBakeTimeInMinutes: 0 } }) },
  { name: 'canary settings with their strategy', caught: false, app: (stack) => deployed(stack, { Strategy: 'CANARY', CanaryConfiguration: { CanaryPercent: 0.3 } }) },
  { name: 'a day of bake time', caught: false, app: (stack) => deployed(stack, { Strategy: 'BLUE_GREEN', BakeTimeInMinutes: 1440 }) },
  { name: 'tasks are replaced in place', caught: false, app: (stack) => void service(stack) },
  { name: 'a parameter decides the bake time', caught: false, notChecked: true, app: (stack) => deployed(stack, { Strategy: 'BLUE_GREEN', BakeTimeInMinutes: parameter(stack, 'Given', 'Number') }) },
  {
    name: 'a canary deployment shifts the traffic of a gateway',
    caught: false,
    app: (stack) => void service(stack, {
      GatewayConnectors: [{ PortName: 'http' }],
      DeploymentConfiguration: { Strategy: 'CANARY', CanaryConfiguration: { CanaryPercent: 10, CanaryBakeTimeInMinutes: 5 }, BakeTimeInMinutes: 5 },
    }),
  },
];
