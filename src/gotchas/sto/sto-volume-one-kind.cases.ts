import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const EFS = { EFSVolumeConfiguration: { FilesystemId: 'fs-1' } };

function volume(stack: Stack, properties: Readonly<Record<string, unknown>>): void {
  fargateTask(stack, { RequiresCompatibilities: ['EC2'], Volumes: [properties] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'EFS and a directory of the host', caught: true, app: (stack) => volume(stack, { Name: 'data', Host: { SourcePath: '/data' }, ...EFS }) },
  { name: 'EFS and EBS', caught: true, app: (stack) => volume(stack, { Name: 'data', ConfiguredAtLaunch: true, ...EFS }) },
  { name: 'EFS without a name', caught: true, app: (stack) => volume(stack, EFS) },
  { name: 'the name has a dot', caught: true, app: (stack) => volume(stack, { Name: 'shop.data' }) },
  { name: 'EFS alone', caught: false, app: (stack) => volume(stack, { Name: 'data', ...EFS }) },
  { name: 'EFS, and not EBS', caught: false, app: (stack) => volume(stack, { Name: 'data', ConfiguredAtLaunch: false, ...EFS }) },
  { name: 'an empty bind mount', caught: false, app: (stack) => volume(stack, { Name: 'scratch_1', Host: {} }) },
  { name: 'a parameter decides on EBS', caught: false, notChecked: true, app: (stack) => volume(stack, { Name: 'data', ConfiguredAtLaunch: parameter(stack), ...EFS }) },
];
