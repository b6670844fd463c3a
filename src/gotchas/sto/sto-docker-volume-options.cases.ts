import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function volume(stack: Stack, DriverOpts: unknown, docker: Properties = { Driver: 'local' }, task: Properties = {}): void {
  fargateTask(stack, {
    RequiresCompatibilities: ['EC2'],
    Volumes: [{ Name: 'files', DockerVolumeConfiguration: { Scope: 'shared', Autoprovision: true, ...docker, DriverOpts } }],
    ...task,
  }, { MountPoints: [{ SourceVolume: 'files', ContainerPath: '/files' }] });
}

const NFS = { type: 'nfs', device: ':/', o: 'addr=fs-12345678.efs.eu-west-1.amazonaws.com,nfsvers=4.1' };

export const cases: readonly GotchaCase[] = [
  { name: 'options by other names', caught: true, app: (stack) => volume(stack, { volumeType: 'nfs', deviceName: ':/', addr: 'fs-1' }) },
  { name: 'one of them', caught: true, app: (stack) => volume(stack, { ...NFS, options: 'ro' }) },
  { name: 'without a driver, which is local', caught: true, app: (stack) => volume(stack, { Type: 'nfs' }, {}) },
  { name: 'without a type', caught: true, app: (stack) => volume(stack, { device: NFS.device, o: NFS.o }) },
  { name: 'without a device', caught: true, app: (stack) => volume(stack, { type: 'tmpfs' }) },
  { name: 'a device alone', caught: true, app: (stack) => volume(stack, { device: '/dev/xvdf' }) },
  { name: 'NFS', caught: false, app: (stack) => volume(stack, NFS) },
  { name: 'a part is known at deployment', caught: false, app: (stack) => volume(stack, { ...NFS, o: parameter(stack) }) },
  { name: 'a size', caught: false, app: (stack) => volume(stack, { size: '10G' }) },
  { name: 'no options', caught: false, app: (stack) => volume(stack, undefined) },
  { name: 'another driver', caught: false, app: (stack) => volume(stack, { volumetype: 'gp3', size: '250' }, { Driver: 'rexray/ebs' }) },
  { name: 'Windows', caught: false, app: (stack) => volume(stack, { any: 'x' }, { Driver: 'local' }, { RuntimePlatform: { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }) },
  { name: 'a parameter is the driver', caught: false, notChecked: true, app: (stack) => volume(stack, { any: 'x' }, { Driver: parameter(stack) }) },
];
