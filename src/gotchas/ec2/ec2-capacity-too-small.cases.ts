import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

type Properties = Readonly<Record<string, unknown>>;

interface Situation {
  readonly type?: unknown;
  readonly group?: Properties;
  readonly task?: Properties;
  readonly container?: Properties;
}

function run(stack: Stack, { type = 't3.large', group, task, container }: Situation, own = true): void {
  const provider = instances(stack, { launch: { InstanceType: type }, group });
  const TaskDefinition = fargateTask(stack, { RequiresCompatibilities: ['EC2'], Cpu: undefined, Memory: undefined, ...task }, container).ref;
  const strategy = [{ CapacityProvider: provider, Weight: 1 }];
  const cluster = resource(stack, 'Cluster', 'AWS::ECS::Cluster', { DefaultCapacityProviderStrategy: own ? undefined : strategy });
  service(stack, { Cluster: cluster.ref, LaunchType: undefined, TaskDefinition, CapacityProviderStrategy: own ? strategy : undefined });
}

const OVERRIDES = (...types: readonly string[]): Properties => ({
  LaunchTemplate: undefined,
  MixedInstancesPolicy: {
    LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: { Ref: 'Launch' } }, Overrides: types.map((InstanceType) => ({ InstanceType })) },
  },
});

export const cases: readonly GotchaCase[] = [
  { name: 'the task asks for all memory of the type', caught: true, app: (stack) => run(stack, { task: { Memory: '8192' } }) },
  { name: 'the container reserves more than there is', caught: true, app: (stack) => run(stack, { container: { MemoryReservation: 9000 } }) },
  { name: 'the task asks for more CPU than there is', caught: true, app: (stack) => run(stack, { task: { Cpu: '4096' }, container: { Memory: 512 } }) },
  { name: 'no type of several is large enough', caught: true, app: (stack) => run(stack, { group: OVERRIDES('t3.large', 'm5.large'), task: { Memory: '16384' } }) },
  {
    name: 'the strategy of the cluster decides',
    caught: true,
    consequence: 'risk',
    app: (stack) => run(stack, { task: { Memory: '8192' } }, false),
  },
  { name: 'the task fits', caught: false, app: (stack) => run(stack, { task: { Cpu: '2048', Memory: '4096' } }) },
  { name: 'one of several types is large enough', caught: false, app: (stack) => run(stack, { group: OVERRIDES('t3.large', 'r5.large'), task: { Memory: '10000' } }) },
  { name: 'the type is not in the table', caught: false, notChecked: true, app: (stack) => run(stack, { type: 'u-6tb1.metal', task: { Memory: '8192' } }) },
  { name: 'a parameter names the type', caught: false, notChecked: true, app: (stack) => run(stack, { type: parameter(stack), task: { Memory: '8192' } }) },
];
