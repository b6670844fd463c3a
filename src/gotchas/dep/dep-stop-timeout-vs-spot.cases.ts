import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const SPOT = { LaunchType: undefined, CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE', Base: 1 }, { CapacityProvider: 'FARGATE_SPOT', Weight: 1 }] };

function running(stack: Stack, container: Properties, options: Properties = SPOT): void {
  service(stack, { TaskDefinition: fargateTask(stack, {}, container).ref, ...options });
}

function draining(stack: Stack, seconds: string): void {
  const group = targetGroup(stack, { TargetGroupAttributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: seconds }] });
  running(stack, { StopTimeout: 120 }, { ...SPOT, LoadBalancers: [{ TargetGroupArn: group.ref, ContainerName: 'app', ContainerPort: 80 }] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the time to stop is left to its default', caught: true, consequence: 'worth-knowing', app: (stack) => running(stack, {}) },
  { name: 'requests may run for five minutes', caught: true, app: (stack) => draining(stack, '300') },
  { name: 'it uses the whole time of the warning', caught: false, app: (stack) => running(stack, { StopTimeout: 120 }) },
  { name: 'it routes the logs of others', caught: false, app: (stack) => running(stack, { FirelensConfiguration: { Type: 'fluentbit' } }) },
  { name: 'it sets a shorter time', caught: false, app: (stack) => running(stack, { StopTimeout: 10 }) },
  { name: 'requests end within the warning', caught: false, app: (stack) => draining(stack, '30') },
  { name: 'the tasks are on demand', caught: false, app: (stack) => running(stack, {}, {}) },
  {
    name: 'Spot is named, and gets no task',
    caught: false,
    app: (stack) => running(stack, {}, { LaunchType: undefined, CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE_SPOT', Weight: 0 }, { CapacityProvider: 'FARGATE', Weight: 1 }] }),
  },
  { name: 'a parameter decides the time', caught: false, notChecked: true, app: (stack) => running(stack, { StopTimeout: parameter(stack) }) },
];
