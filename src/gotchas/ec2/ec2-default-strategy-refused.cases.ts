import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

type Item = Readonly<Record<string, unknown>>;

const FARGATE = { CapacityProvider: 'FARGATE', Weight: 1 };
const SPOT = { CapacityProvider: 'FARGATE_SPOT', Weight: 1 };

function associated(stack: Stack, ...items: readonly Item[]): void {
  const cluster = resource(stack, 'Cluster', 'AWS::ECS::Cluster', {});
  resource(stack, 'Providers', 'AWS::ECS::ClusterCapacityProviderAssociations', {
    Cluster: cluster.ref, CapacityProviders: items.map(({ CapacityProvider }) => CapacityProvider), DefaultCapacityProviderStrategy: items,
  });
}

function ofCluster(stack: Stack, ...items: readonly Item[]): void {
  resource(stack, 'Cluster', 'AWS::ECS::Cluster', { CapacityProviders: ['FARGATE', 'FARGATE_SPOT'], DefaultCapacityProviderStrategy: items });
}

export const cases: readonly GotchaCase[] = [
  { name: 'Fargate is mixed with instances', caught: true, app: (stack) => associated(stack, FARGATE, { CapacityProvider: instances(stack), Weight: 1 }) },
  { name: 'a base alone mixes them', caught: true, app: (stack) => associated(stack, { CapacityProvider: 'FARGATE', Base: 1 }, { CapacityProvider: instances(stack), Weight: 1 }) },
  { name: 'two have a base', caught: true, app: (stack) => ofCluster(stack, { ...FARGATE, Base: 1 }, { ...SPOT, Base: 2 }) },
  { name: 'a weight is too large', caught: true, app: (stack) => ofCluster(stack, { ...FARGATE, Weight: 1001 }) },
  { name: 'Fargate and Spot share the tasks', caught: false, app: (stack) => ofCluster(stack, { ...FARGATE, Base: 1 }, { ...SPOT, Weight: 3 }) },
  { name: 'instances alone', caught: false, app: (stack) => associated(stack, { CapacityProvider: instances(stack), Weight: 1 }) },
  { name: 'no weight is set, which a cluster takes', caught: false, app: (stack) => ofCluster(stack, { CapacityProvider: 'FARGATE' }) },
  { name: 'no default', caught: false, app: (stack) => ofCluster(stack) },
  { name: 'a parameter is a provider', caught: false, notChecked: true, app: (stack) => ofCluster(stack, FARGATE, { CapacityProvider: parameter(stack), Weight: 1 }) },
];
