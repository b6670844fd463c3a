import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

const X86 = 'ecs/optimized-ami/amazon-linux-2023/recommended';
const ARM = 'ecs/optimized-ami/amazon-linux-2023/arm64/recommended';

/** A service on instances of a type with an ECS-optimized image. */
function on(stack: Stack, type: unknown, image: string, platform?: Readonly<Record<string, unknown>>): void {
  const ImageId = `{{resolve:ssm:/aws/service/${image}/image_id}}`;
  const provider = instances(stack, { launch: { ImageId, InstanceType: type } });
  service(stack, {
    LaunchType: undefined,
    CapacityProviderStrategy: [{ CapacityProvider: provider, Weight: 1 }],
    TaskDefinition: fargateTask(stack, { RequiresCompatibilities: ['EC2'], RuntimePlatform: platform }).ref,
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a task for ARM on x86', caught: true, app: (stack) => on(stack, 'm7i.large', X86, { CpuArchitecture: 'ARM64' }) },
  { name: 'a task for x86 on ARM', caught: true, app: (stack) => on(stack, 't4g.large', ARM, { CpuArchitecture: 'X86_64' }) },
  { name: 'a task that asks for no architecture, on ARM', caught: false, app: (stack) => on(stack, 't4g.large', ARM, { OperatingSystemFamily: 'LINUX' }) },
  { name: 'a task for Windows on Linux', caught: true, app: (stack) => on(stack, 'm7i.large', X86, { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }) },
  { name: 'all are for ARM', caught: false, app: (stack) => on(stack, 'im4gn.large', ARM, { CpuArchitecture: 'ARM64' }) },
  { name: 'all are for x86', caught: false, app: (stack) => on(stack, 'g4dn.xlarge', 'ecs/optimized-ami/amazon-linux-2/gpu/recommended', { CpuArchitecture: 'X86_64', OperatingSystemFamily: 'LINUX' }) },
  {
    name: 'a task for Windows on Windows',
    caught: false,
    app: (stack) => on(stack, 'm7i.large', 'ami-windows-latest/Windows_Server-2022-English-Core-ECS_Optimized', { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }),
  },
  { name: 'a parameter decides the type', caught: false, notChecked: true, app: (stack) => on(stack, parameter(stack), ARM, { CpuArchitecture: 'ARM64' }) },
];
