import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

type Item = Readonly<Record<string, unknown>>;

function strategy(stack: Stack, ...items: readonly Item[]): void {
  service(stack, { LaunchType: undefined, TaskDefinition: fargateTask(stack).ref, CapacityProviderStrategy: items });
}

function ofCluster(stack: Stack, ...items: readonly Item[]): void {
  const cluster = resource(stack, 'Cluster', 'AWS::ECS::Cluster', { CapacityProviders: ['FARGATE'], DefaultCapacityProviderStrategy: items });
  service(stack, { LaunchType: undefined, Cluster: cluster.ref, TaskDefinition: fargateTask(stack).ref });
}

const FARGATE = { CapacityProvider: 'FARGATE', Weight: 1 };
const SPOT = { CapacityProvider: 'FARGATE_SPOT', Weight: 1 };

export const cases: readonly GotchaCase[] = [
  { name: 'no weight is set', caught: true, app: (stack) => strategy(stack, { CapacityProvider: 'FARGATE' }, { CapacityProvider: 'FARGATE_SPOT' }) },
  { name: 'there is a base and no weight', caught: true, app: (stack) => strategy(stack, { CapacityProvider: 'FARGATE', Base: 1 }) },
  { name: 'the strategy of the cluster has no weight', caught: true, app: (stack) => ofCluster(stack, { CapacityProvider: 'FARGATE' }) },
  { name: 'two have a base', caught: true, app: (stack) => strategy(stack, { ...FARGATE, Base: 1 }, { ...SPOT, Base: 1 }) },
  { name: 'Fargate is mixed with instances', caught: true, app: (stack) => strategy(stack, FARGATE, { CapacityProvider: instances(stack), Weight: 1 }) },
  { name: 'the weight is too large', caught: true, app: (stack) => strategy(stack, { ...FARGATE, Weight: 1001 }) },
  { name: 'there are too many', caught: true, app: (stack) => strategy(stack, ...Array.from({ length: 21 }, (_, i) => ({ CapacityProvider: `p${i}`, Weight: 1 }))) },
  { name: 'one has a base, and both a weight', caught: false, app: (stack) => strategy(stack, { ...FARGATE, Base: 2 }, { ...SPOT, Weight: 3 }) },
  { name: 'only one has a weight', caught: false, app: (stack) => strategy(stack, { CapacityProvider: 'FARGATE' }, SPOT) },
  { name: 'the strategy of the cluster is in order', caught: false, app: (stack) => ofCluster(stack, FARGATE) },
  { name: 'a launch type is set', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref }) },
  {
    name: 'a parameter decides on the weight',
    caught: false,
    notChecked: true,
    app: (stack) => strategy(stack, { CapacityProvider: 'FARGATE', Weight: parameter(stack, 'Given', 'Number') }),
  },
];
