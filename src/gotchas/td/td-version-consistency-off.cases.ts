import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const DIGEST = `app@sha256:${'a'.repeat(64)}`;

function runs(stack: Stack, Image: string, VersionConsistency?: unknown): void {
  fargateTask(stack, {}, { Image, VersionConsistency });
}

export const cases: readonly GotchaCase[] = [
  { name: 'each task looks its tag up', caught: true, app: (stack) => runs(stack, 'app:1', 'disabled') },
  { name: 'the image has no tag', caught: true, app: (stack) => runs(stack, 'app', 'disabled') },
  { name: 'the image is named by its digest', caught: false, app: (stack) => runs(stack, DIGEST, 'disabled') },
  { name: 'ECS looks the tag up once', caught: false, app: (stack) => runs(stack, 'app:1', 'enabled') },
  { name: 'nothing is set', caught: false, app: (stack) => runs(stack, 'app:1') },
  { name: 'a parameter decides it', caught: false, notChecked: true, app: (stack) => runs(stack, 'app:1', parameter(stack)) },
];
