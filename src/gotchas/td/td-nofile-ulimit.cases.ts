import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function limited(stack: Stack, SoftLimit: unknown, HardLimit: unknown, { name = 'nofile', compatibility = 'FARGATE' } = {}): void {
  fargateTask(stack, { RequiresCompatibilities: [compatibility] }, { Ulimits: [{ Name: name, SoftLimit, HardLimit }] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the soft limit is above the hard one', caught: true, app: (stack) => limited(stack, 200000, 100000) },
  { name: 'the soft limit is none, the hard one some', caught: true, app: (stack) => limited(stack, -1, 65535, { name: 'memlock', compatibility: 'EC2' }) },
  { name: 'the old default of Fargate is asked for', caught: true, consequence: 'worth-knowing', app: (stack) => limited(stack, 1024, 4096) },
  { name: 'more files than by default', caught: false, app: (stack) => limited(stack, 100000, 1048576) },
  { name: 'no limit at all', caught: false, app: (stack) => limited(stack, -1, -1, { name: 'memlock', compatibility: 'EC2' }) },
  { name: 'few files on EC2', caught: false, app: (stack) => limited(stack, 1024, 4096, { compatibility: 'EC2' }) },
  { name: 'nofile is not set', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'a parameter decides it', caught: false, notChecked: true, app: (stack) => limited(stack, parameter(stack), 65535) },
];
