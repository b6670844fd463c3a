import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function image(stack: Stack, reference: string, cpuArchitecture?: string, compatibility = 'FARGATE'): void {
  fargateTask(stack, {
    RequiresCompatibilities: [compatibility], RuntimePlatform: cpuArchitecture && { CpuArchitecture: cpuArchitecture },
  }, { Image: reference });
}

/** An image that the CDK builds, without files on the disk: the manifest of assets is all that is read. */
function asset(stack: Stack, platform?: string): string {
  return stack.synthesizer.addDockerImageAsset({ sourceHash: 'a1'.repeat(32), directoryName: 'app', platform }).imageUri;
}

export const cases: readonly GotchaCase[] = [
  { name: 'the tag names ARM and the architecture is left to its default', caught: true, app: (stack) => image(stack, 'app:1.4-arm64') },
  { name: 'the tag names x86 and the task is for ARM', caught: true, app: (stack) => image(stack, 'app:1.4-linux-amd64', 'ARM64') },
  { name: 'the repository is for ARM', caught: true, app: (stack) => image(stack, 'arm64v8/redis:7') },
  {
    name: 'the registry is known by the deployment only',
    caught: true,
    app: (stack) => image(stack, `111122223333.dkr.ecr.${stack.urlSuffix}/shop:v1-aarch64`),
  },
  { name: 'tag and task name ARM', caught: false, app: (stack) => image(stack, 'app:1.4-arm64', 'ARM64') },
  { name: 'the image names no architecture', caught: false, app: (stack) => image(stack, 'public.ecr.aws/nginx/nginx:1.27', 'ARM64') },
  { name: 'the image is for both', caught: false, app: (stack) => image(stack, 'app:1.4-amd64-arm64', 'ARM64') },
  { name: 'a name only sounds like it', caught: false, app: (stack) => image(stack, 'charm64/app:farm64') },
  { name: 'instances run it', caught: false, app: (stack) => image(stack, 'app:1.4-arm64', undefined, 'EC2') },
  { name: 'a parameter decides the architecture', caught: false, notChecked: true, app: (stack) => image(stack, 'app:1-arm64', parameter(stack)) },
  {
    name: 'an asset is built for ARM and the architecture is left to its default',
    caught: true,
    consequence: 'never-works',
    app: (stack) => image(stack, asset(stack, 'linux/arm64')),
  },
  { name: 'an asset is built for x86 and the task is for ARM', caught: true, consequence: 'never-works', app: (stack) => image(stack, asset(stack, 'linux/amd64'), 'ARM64') },
  {
    name: 'an asset is built for Linux and the task is for Windows',
    caught: true,
    consequence: 'never-works',
    app: (stack) => fargateTask(stack, { RuntimePlatform: { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }, { Image: asset(stack, 'linux/amd64') }),
  },
  { name: 'asset and task are for ARM', caught: false, app: (stack) => image(stack, asset(stack, 'linux/arm64/v8'), 'ARM64') },
  { name: 'an asset is built for both', caught: false, app: (stack) => image(stack, asset(stack, 'linux/amd64,linux/arm64'), 'ARM64') },
  { name: 'an asset is built for ARM, and instances run it', caught: false, app: (stack) => image(stack, asset(stack, 'linux/arm64'), undefined, 'EC2') },
  { name: 'an asset is for the machine that builds it', caught: false, notChecked: true, app: (stack) => image(stack, asset(stack)) },
];
