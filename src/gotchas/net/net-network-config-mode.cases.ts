import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const NETWORK = { AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: ['sg-1'] } };

function running(stack: Stack, networkMode: string | undefined, network: unknown, properties: Readonly<Record<string, unknown>> = {}): void {
  service(stack, {
    LaunchType: 'EC2',
    TaskDefinition: fargateTask(stack, { RequiresCompatibilities: ['EC2'], NetworkMode: networkMode }).ref,
    NetworkConfiguration: network,
    ...properties,
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'awsvpc without a network configuration', caught: true, app: (stack) => running(stack, 'awsvpc', undefined) },
  { name: 'bridge with a network configuration', caught: true, app: (stack) => running(stack, 'bridge', NETWORK) },
  { name: 'the network mode is left to its default', caught: true, app: (stack) => running(stack, undefined, NETWORK) },
  {
    name: 'a service on Fargate runs a task in bridge mode, which is another gotcha',
    caught: false,
    app: (stack) => running(stack, 'bridge', NETWORK, { LaunchType: 'FARGATE' }),
  },
  {
    name: 'a service on Fargate has a task definition from outside',
    caught: true,
    app: (stack) => running(stack, 'awsvpc', undefined, { LaunchType: 'FARGATE', TaskDefinition: 'web:1' }),
  },
  { name: 'awsvpc with a network configuration', caught: false, app: (stack) => running(stack, 'awsvpc', NETWORK) },
  { name: 'host without a network configuration', caught: false, app: (stack) => running(stack, 'host', undefined) },
  {
    name: 'task sets bring the network configuration',
    caught: false,
    app: (stack) => running(stack, 'awsvpc', undefined, { DeploymentController: { Type: 'EXTERNAL' } }),
  },
  { name: 'a parameter decides the network mode', caught: false, notChecked: true, app: (stack) => running(stack, parameter(stack), NETWORK) },
  {
    name: 'the task definition comes from outside',
    caught: false,
    notChecked: true,
    app: (stack) => running(stack, 'awsvpc', undefined, { TaskDefinition: 'web:1' }),
  },
];
