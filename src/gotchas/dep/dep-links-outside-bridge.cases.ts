import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function linked(stack: Stack, networkMode: string | undefined, links: readonly string[] = ['cache:redis']): void {
  fargateTask(stack, {
    RequiresCompatibilities: ['EC2'],
    NetworkMode: networkMode,
    ContainerDefinitions: [{ Name: 'app', Image: 'app:1', Memory: 128, Links: links }, { Name: 'cache', Image: 'redis:7', Memory: 128 }],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the task has awsvpc', caught: true, app: (stack) => linked(stack, 'awsvpc') },
  { name: 'the task has the network of the host', caught: true, app: (stack) => linked(stack, 'host') },
  { name: 'the task has a bridge', caught: false, app: (stack) => linked(stack, 'bridge') },
  { name: 'the network mode is left to its default', caught: false, app: (stack) => linked(stack, undefined) },
  { name: 'nothing is linked', caught: false, app: (stack) => linked(stack, 'awsvpc', []) },
  { name: 'a parameter decides the network mode', caught: false, notChecked: true, app: (stack) => linked(stack, parameter(stack)) },
];
