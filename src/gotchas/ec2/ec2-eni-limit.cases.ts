import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

type Properties = Readonly<Record<string, unknown>>;

interface Situation {
  readonly type?: unknown;
  readonly tasks?: unknown;
  readonly own?: Properties;
  readonly task?: Properties;
  readonly group?: Properties;
}

function run(stack: Stack, { type = 't3.medium', tasks = 6, own, task, group = { MaxSize: '2' } }: Situation): void {
  const provider = instances(stack, { launch: { InstanceType: type }, group });
  service(stack, {
    LaunchType: undefined,
    CapacityProviderStrategy: [{ CapacityProvider: provider, Weight: 1 }],
    TaskDefinition: fargateTask(stack, { RequiresCompatibilities: ['EC2'], ...task }).ref,
    DesiredCount: tasks,
    ...own,
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'six tasks on two instances with room for two each', caught: true, consequence: 'misbehaves', app: (stack) => run(stack, {}) },
  { name: 'three tasks on instances with room for one each', caught: true, consequence: 'misbehaves', app: (stack) => run(stack, { type: 't3a.small', tasks: 3 }) },
  { name: 'as many tasks as there is room', caught: false, app: (stack) => run(stack, { tasks: 4 }) },
  { name: 'larger instances', caught: false, app: (stack) => run(stack, { type: 't3.xlarge' }) },
  { name: 'more instances', caught: false, app: (stack) => run(stack, { group: { MaxSize: '3' } }) },
  { name: 'tasks that share the address of the instance', caught: false, app: (stack) => run(stack, { task: { NetworkMode: 'bridge' } }) },
  { name: 'a daemon', caught: false, app: (stack) => run(stack, { own: { SchedulingStrategy: 'DAEMON' } }) },
  { name: 'no number of tasks', caught: false, app: (stack) => run(stack, { own: { DesiredCount: undefined } }) },
  { name: 'a type with trunking', caught: false, notChecked: true, app: (stack) => run(stack, { type: 'm6i.large', tasks: 20 }) },
  { name: 'a parameter names the type', caught: false, notChecked: true, app: (stack) => run(stack, { type: parameter(stack) }) },
];
