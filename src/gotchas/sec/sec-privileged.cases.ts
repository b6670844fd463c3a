import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function onEc2(stack: Stack, privileged: unknown): void {
  fargateTask(stack, { RequiresCompatibilities: ['EC2'] }, { Privileged: privileged });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a container is privileged', caught: true, app: (stack) => onEc2(stack, true) },
  { name: 'it is not', caught: false, app: (stack) => onEc2(stack, false) },
  { name: 'it is left to its default', caught: false, app: (stack) => onEc2(stack, undefined) },
  { name: 'it is on Fargate, which refuses it', caught: false, app: (stack) => void fargateTask(stack, {}, { Privileged: true }) },
  { name: 'a parameter decides it', caught: false, notChecked: true, app: (stack) => onEc2(stack, parameter(stack)) },
];
