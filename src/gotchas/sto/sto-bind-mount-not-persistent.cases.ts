import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function storing(stack: Stack, image: string, path: string, volume: Properties = {}, task: Properties = {}): void {
  service(stack, {
    TaskDefinition: fargateTask(stack, { Volumes: [{ Name: 'data', ...volume }], ...task }, {
      Image: image, MountPoints: [{ SourceVolume: 'data', ContainerPath: path }],
    }).ref,
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'MySQL in an empty bind mount', caught: true, app: (stack) => storing(stack, 'mysql:8.4', '/var/lib/mysql') },
  { name: 'PostgreSQL in an empty bind mount', caught: true, app: (stack) => storing(stack, 'public.ecr.aws/docker/library/postgres:17', '/var/lib/postgresql/data', { Host: {} }) },
  { name: 'OpenSearch in an empty bind mount', caught: true, app: (stack) => storing(stack, 'opensearchproject/opensearch:2', '/usr/share/opensearch/data') },
  { name: 'the data is on EFS', caught: false, app: (stack) => storing(stack, 'mysql:8.4', '/var/lib/mysql', { EFSVolumeConfiguration: { FilesystemId: 'fs-1' } }) },
  {
    name: 'the data is on the instance',
    caught: false,
    app: (stack) => storing(stack, 'mysql:8.4', '/var/lib/mysql', { Host: { SourcePath: '/data' } }, { RequiresCompatibilities: ['EC2'] }),
  },
  { name: 'a program has scratch space', caught: false, app: (stack) => storing(stack, 'app:1', '/tmp') },
  { name: 'MySQL has scratch space', caught: false, app: (stack) => storing(stack, 'mysql:8.4', '/tmp') },
  { name: 'a parameter brings the image', caught: false, notChecked: true, app: (stack) => storing(stack, parameter(stack), '/var/lib/mysql') },
];
