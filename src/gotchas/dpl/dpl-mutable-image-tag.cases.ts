import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function image(stack: Stack, reference: string): void {
  fargateTask(stack, {}, { Image: reference });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the image has no tag', caught: true, app: (stack) => image(stack, 'public.ecr.aws/nginx/nginx') },
  { name: 'the image is latest', caught: true, app: (stack) => image(stack, 'registry.example.com:5000/shop:latest') },
  { name: 'the tag is a branch', caught: true, app: (stack) => image(stack, 'shop:main') },
  {
    name: 'only the tag is known before the deployment',
    caught: true,
    app: (stack) => image(stack, `${stack.account}.dkr.ecr.${stack.region}.${stack.urlSuffix}/shop:stable`),
  },
  { name: 'the image has a version', caught: false, app: (stack) => image(stack, 'public.ecr.aws/nginx/nginx:1.27') },
  { name: 'the image has a digest', caught: false, app: (stack) => image(stack, `nginx:latest@sha256:${'0'.repeat(64)}`) },
  { name: 'a registry has a port, and the image a version', caught: false, app: (stack) => image(stack, 'registry.example.com:5000/shop:v1') },
  { name: 'a parameter brings the tag', caught: false, notChecked: true, app: (stack) => image(stack, `shop:${parameter(stack)}`) },
  { name: 'a parameter brings the image', caught: false, notChecked: true, app: (stack) => image(stack, parameter(stack)) },
];
