import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function running(stack: Stack, container: Properties, options: Properties = {}): void {
  service(stack, {
    TaskDefinition: fargateTask(stack, { Volumes: [{ Name: 'scratch' }] }, { Image: 'app:1', ReadonlyRootFilesystem: true, ...container }).ref, ...options,
  });
}

function mounts(...paths: readonly string[]): readonly Properties[] {
  return paths.map((ContainerPath) => ({ SourceVolume: 'scratch', ContainerPath }));
}

const EXEC = { EnableExecuteCommand: true };

export const cases: readonly GotchaCase[] = [
  { name: 'ECS Exec is on', caught: true, app: (stack) => running(stack, {}, EXEC) },
  { name: 'only one of the directories of ECS Exec can be written', caught: true, app: (stack) => running(stack, { MountPoints: mounts('/var/lib/amazon') }, EXEC) },
  { name: 'nginx has nowhere to write', caught: true, app: (stack) => running(stack, { Image: 'public.ecr.aws/nginx/nginx:1.27' }) },
  {
    name: 'the volume is mounted for reading',
    caught: true,
    app: (stack) => running(stack, { Image: 'httpd:2.4', MountPoints: [{ SourceVolume: 'scratch', ContainerPath: '/usr/local/apache2/logs', ReadOnly: true }] }),
  },
  {
    name: 'volumes are where ECS Exec writes',
    caught: false,
    app: (stack) => running(stack, { MountPoints: mounts('/var/lib/amazon/', '/var/log') }, EXEC),
  },
  {
    name: 'nginx writes to memory',
    caught: false,
    app: (stack) => running(stack, {
      Image: 'nginx:1.27', LinuxParameters: { Tmpfs: [{ ContainerPath: '/var/cache/nginx', Size: 64 }, { ContainerPath: '/var/run', Size: 1 }] },
    }),
  },
  { name: 'the image is another one', caught: false, app: (stack) => running(stack, {}) },
  { name: 'nginx that runs as another user', caught: false, app: (stack) => running(stack, { Image: 'nginxinc/nginx-unprivileged:1.27' }) },
  { name: 'an nginx of your own', caught: false, app: (stack) => running(stack, { Image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/nginx:v1' }) },
  { name: 'ECS Exec is on, and the root can be written', caught: false, app: (stack) => running(stack, { ReadonlyRootFilesystem: false }, EXEC) },
  { name: 'a parameter decides it', caught: false, notChecked: true, app: (stack) => running(stack, { ReadonlyRootFilesystem: parameter(stack) }, EXEC) },
];
