import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

const OPTIMIZED = 'resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023';

function placed(stack: Stack, InstanceType: unknown, ImageId: unknown = `${OPTIMIZED}/gpu/recommended/image_id`, requirements: unknown = [{ Type: 'GPU', Value: '1' }]): void {
  const TaskDefinition = fargateTask(stack, { RequiresCompatibilities: ['EC2'] }, { Memory: 512, ResourceRequirements: requirements }).ref;
  const CapacityProvider = instances(stack, { launch: { InstanceType, ImageId } });
  service(stack, { TaskDefinition, LaunchType: undefined, CapacityProviderStrategy: [{ CapacityProvider, Weight: 1 }] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the type has none', caught: true, app: (stack) => placed(stack, 'm7i.large') },
  { name: 'the type has, and the image has no driver', caught: true, app: (stack) => placed(stack, 'g5.xlarge', `${OPTIMIZED}/recommended/image_id`) },
  { name: 'the image is that of Bottlerocket without the driver', caught: true, app: (stack) => placed(stack, 'p4d.24xlarge', 'resolve:ssm:/aws/service/bottlerocket/aws-ecs-2/x86_64/latest/image_id') },
  { name: 'the task asks for more than there are', caught: true, app: (stack) => placed(stack, 'g5.xlarge', undefined, [{ Type: 'GPU', Value: '2' }]) },
  { name: 'the task asks for as many as there are', caught: false, app: (stack) => placed(stack, 'g5.12xlarge', undefined, [{ Type: 'GPU', Value: '4' }]) },
  { name: 'type and image are for GPUs', caught: false, app: (stack) => placed(stack, 'g6.xlarge') },
  { name: 'the image of Bottlerocket is for GPUs', caught: false, app: (stack) => placed(stack, 'g4dn.xlarge', 'resolve:ssm:/aws/service/bottlerocket/aws-ecs-2-nvidia/x86_64/latest/image_id') },
  { name: 'the image is one of one\'s own', caught: false, app: (stack) => placed(stack, 'g5.xlarge', 'ami-0123456789abcdef0') },
  { name: 'the task asks for none', caught: false, app: (stack) => placed(stack, 'm7i.large', undefined, []) },
  { name: 'a parameter is the type', caught: false, notChecked: true, app: (stack) => placed(stack, parameter(stack)) },
];
