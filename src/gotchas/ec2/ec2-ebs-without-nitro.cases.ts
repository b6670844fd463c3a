import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

const DISK = [{ Name: 'disk', ManagedEBSVolume: { RoleArn: 'arn:aws:iam::111122223333:role/infrastructure', SizeInGiB: 20 } }];

function placed(stack: Stack, InstanceType: unknown, VolumeConfigurations: unknown = DISK): void {
  const TaskDefinition = fargateTask(stack, { RequiresCompatibilities: ['EC2'], Volumes: [{ Name: 'disk', ConfiguredAtLaunch: true }] }, { Memory: 512 }).ref;
  const CapacityProvider = instances(stack, { launch: { InstanceType } });
  service(stack, { TaskDefinition, VolumeConfigurations, LaunchType: undefined, CapacityProviderStrategy: [{ CapacityProvider, Weight: 1 }] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the family is older than Nitro', caught: true, app: (stack) => placed(stack, 'm4.large') },
  { name: 'the family is burstable and older than Nitro', caught: true, app: (stack) => placed(stack, 't2.medium') },
  { name: 'the family is built on Nitro', caught: false, app: (stack) => placed(stack, 'm6i.large') },
  { name: 'the service has no EBS volume', caught: false, app: (stack) => placed(stack, 'm4.large', []) },
  { name: 'a parameter is the type', caught: false, notChecked: true, app: (stack) => placed(stack, parameter(stack)) },
];
