import type { Stack } from 'aws-cdk-lib/core';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

const X86 = '/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id';
const ARM = '/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id';

function on(stack: Stack, InstanceType: unknown, image: string): void {
  instances(stack, { launch: { ImageId: `{{resolve:ssm:${image}}}`, InstanceType } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'an image for x86 is on Graviton', caught: true, app: (stack) => on(stack, 'm7g.large', X86) },
  { name: 'an image for ARM is on x86', caught: true, app: (stack) => on(stack, 'm7i.large', ARM) },
  { name: 'Bottlerocket for ARM is on x86', caught: true, app: (stack) => on(stack, 't3.large', '/aws/service/bottlerocket/aws-ecs-2/arm64/latest/image_id') },
  { name: 'Windows is on Graviton', caught: true, app: (stack) => on(stack, 'm7g.large', '/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-ECS_Optimized/image_id') },
  { name: 'the parameter is a document', caught: true, app: (stack) => on(stack, 't3.large', X86.replace('/image_id', '')) },
  { name: 'the parameter of Windows is a document', caught: true, app: (stack) => on(stack, 't3.large', '/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-ECS_Optimized') },
  { name: 'all are for ARM', caught: false, app: (stack) => on(stack, 'im4gn.large', ARM) },
  { name: 'all are for x86', caught: false, app: (stack) => on(stack, 'g4dn.xlarge', '/aws/service/ecs/optimized-ami/amazon-linux-2/gpu/recommended/image_id') },
  { name: 'a parameter of one\'s own', caught: false, notChecked: true, app: (stack) => on(stack, 't3.large', '/shop/recommended') },
  { name: 'a parameter decides the type', caught: false, notChecked: true, app: (stack) => on(stack, parameter(stack), X86) },
];
