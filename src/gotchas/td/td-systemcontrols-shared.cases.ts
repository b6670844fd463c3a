import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Controls = Readonly<Record<string, unknown>>;

function controls(stack: Stack, networkMode: string, ...containers: readonly Controls[]): void {
  fargateTask(stack, {
    RequiresCompatibilities: ['EC2'],
    NetworkMode: networkMode,
    ContainerDefinitions: containers.map((container, index) => ({
      Name: `container-${index}`, Image: 'app:1', SystemControls: Object.entries(container).map(([Namespace, Value]) => ({ Namespace, Value })),
    })),
  });
}

const SOMAXCONN = 'net.core.somaxconn';

export const cases: readonly GotchaCase[] = [
  {
    name: 'two containers of one network disagree',
    caught: true,
    consequence: 'misbehaves',
    app: (stack) => controls(stack, 'awsvpc', { [SOMAXCONN]: '1024' }, { [SOMAXCONN]: '4096' }),
  },
  { name: 'memory maps are a matter of the host', caught: true, app: (stack) => controls(stack, 'awsvpc', { 'vm.max_map_count': '262144' }) },
  { name: 'so is the number of open files', caught: true, app: (stack) => controls(stack, 'awsvpc', { 'fs.file-max': '100000' }) },
  { name: 'the network is that of the host', caught: true, app: (stack) => controls(stack, 'host', { [SOMAXCONN]: '1024' }) },
  {
    name: 'shared memory is that of the host',
    caught: true,
    app: (stack) => void fargateTask(stack, { RequiresCompatibilities: ['EC2'], IpcMode: 'host' }, { SystemControls: [{ Namespace: 'kernel.shmmax', Value: '1' }] }),
  },
  { name: 'two containers agree', caught: false, app: (stack) => controls(stack, 'awsvpc', { [SOMAXCONN]: '1024' }, { [SOMAXCONN]: '1024' }) },
  { name: 'each container has a network with bridge', caught: false, app: (stack) => controls(stack, 'bridge', { [SOMAXCONN]: '1024' }, { [SOMAXCONN]: '4096' }) },
  { name: 'queues and shared memory', caught: false, app: (stack) => controls(stack, 'awsvpc', { 'fs.mqueue.msg_max': '100', 'kernel.shmmax': '1' }) },
  { name: 'nothing is set', caught: false, app: (stack) => void fargateTask(stack) },
  {
    name: 'a parameter decides a value',
    caught: false,
    notChecked: true,
    app: (stack) => controls(stack, 'awsvpc', { [SOMAXCONN]: '1024' }, { [SOMAXCONN]: parameter(stack) }),
  },
];
