import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function image(stack: Stack, reference: string, cpuArchitecture?: string, compatibility = 'FARGATE'): void {
  fargateTask(stack, {
    RequiresCompatibilities: [compatibility], RuntimePlatform: cpuArchitecture && { CpuArchitecture: cpuArchitecture },
  }, { Image: reference });
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
];
