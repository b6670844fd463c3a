import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function addressed(stack: Stack, publicIp: unknown, properties: Properties = {}, compatibility = 'EC2'): void {
  service(stack, {
    LaunchType: 'EC2',
    TaskDefinition: fargateTask(stack, { RequiresCompatibilities: [compatibility] }).ref,
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], AssignPublicIp: publicIp } },
    ...properties,
  });
}

function byProvider(provider: string): Properties {
  return { LaunchType: undefined, CapacityProviderStrategy: [{ CapacityProvider: provider, Weight: 1 }] };
}

export const cases: readonly GotchaCase[] = [
  { name: 'the launch type is EC2', caught: true, app: (stack) => addressed(stack, 'ENABLED') },
  { name: 'the capacity provider has instances', caught: true, app: (stack) => addressed(stack, 'ENABLED', byProvider('instances')) },
  { name: 'the tasks get none', caught: false, app: (stack) => addressed(stack, 'DISABLED') },
  { name: 'it is left to its default', caught: false, app: (stack) => addressed(stack, undefined) },
  { name: 'the launch type is Fargate', caught: false, app: (stack) => addressed(stack, 'ENABLED', { LaunchType: 'FARGATE' }, 'FARGATE') },
  { name: 'the capacity provider is Fargate', caught: false, app: (stack) => addressed(stack, 'ENABLED', byProvider('FARGATE_SPOT'), 'FARGATE') },
  { name: 'AWS manages the instances', caught: false, app: (stack) => addressed(stack, 'ENABLED', byProvider('instances'), 'MANAGED_INSTANCES') },
  { name: 'a parameter decides it', caught: false, notChecked: true, app: (stack) => addressed(stack, parameter(stack)) },
  {
    name: 'a parameter decides the launch type',
    caught: false,
    notChecked: true,
    app: (stack) => addressed(stack, 'ENABLED', { LaunchType: parameter(stack) }),
  },
];
