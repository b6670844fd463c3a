import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function task(stack: Stack, paths: readonly unknown[], tmpfs: readonly unknown[] = []): void {
  fargateTask(stack, {
    Volumes: paths.map((_, index) => ({ Name: `volume${index}` })),
    ContainerDefinitions: [{
      Name: 'app',
      Image: 'public.ecr.aws/acme/app:1',
      MountPoints: paths.map((ContainerPath, index) => ({ SourceVolume: `volume${index}`, ContainerPath })),
      LinuxParameters: { Tmpfs: tmpfs.map((ContainerPath) => ({ ContainerPath, Size: 8 })) },
    }],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'two volumes are on one path', caught: true, app: (stack) => task(stack, ['/data', '/data']) },
  { name: 'the paths differ in their slashes', caught: true, app: (stack) => task(stack, ['/data', '//data/']) },
  { name: 'a volume and a tmpfs are on one path', caught: true, app: (stack) => task(stack, ['/tmp'], ['/tmp']) },
  { name: 'one path is below the other', caught: false, app: (stack) => task(stack, ['/data', '/data/cache'], ['/tmp']) },
  { name: 'a parameter decides a path', caught: false, notChecked: true, app: (stack) => task(stack, ['/data', parameter(stack)]) },
  { name: 'a parameter decides the only path', caught: false, app: (stack) => task(stack, [parameter(stack)]) },
];
