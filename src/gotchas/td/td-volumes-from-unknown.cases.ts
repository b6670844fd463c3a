import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function mountsOf(stack: Stack, SourceContainer: unknown, other: unknown = 'assets'): void {
  fargateTask(stack, {
    ContainerDefinitions: [
      { Name: 'app', Image: 'public.ecr.aws/acme/app:1', VolumesFrom: [{ SourceContainer, ReadOnly: true }] },
      { Name: other, Image: 'public.ecr.aws/acme/assets:1', Essential: false },
    ],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'no container has the name', caught: true, app: (stack) => mountsOf(stack, 'asset') },
  { name: 'it is the container itself', caught: true, app: (stack) => mountsOf(stack, 'app') },
  { name: 'it is another container', caught: false, app: (stack) => mountsOf(stack, 'assets') },
  { name: 'there is no volumesFrom', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'a parameter decides the name', caught: false, notChecked: true, app: (stack) => mountsOf(stack, parameter(stack)) },
  { name: 'a parameter names the other container', caught: false, notChecked: true, app: (stack) => mountsOf(stack, 'assets', parameter(stack)) },
];
