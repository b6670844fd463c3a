import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Item = Readonly<Record<string, unknown>>;

function web(stack: Stack, own: readonly Item[] | undefined, more: Item = {}): void {
  service(stack, {
    LaunchType: undefined,
    TaskDefinition: fargateTask(stack).ref,
    CapacityProviderStrategy: own,
    LoadBalancers: [{ ContainerName: 'app', ContainerPort: 80, TargetGroupArn: targetGroup(stack).ref }],
    ...more,
  });
}

const SPOT = { CapacityProvider: 'FARGATE_SPOT', Weight: 1 };

export const cases: readonly GotchaCase[] = [
  { name: 'all tasks are on Spot', caught: true, app: (stack) => web(stack, [SPOT]) },
  { name: 'Fargate is named and gets no task', caught: true, app: (stack) => web(stack, [SPOT, { CapacityProvider: 'FARGATE', Weight: 0 }]) },
  {
    name: 'the strategy of the cluster is Spot alone',
    caught: true,
    app: (stack) => web(stack, undefined, { Cluster: resource(stack, 'Cluster', 'AWS::ECS::Cluster', { DefaultCapacityProviderStrategy: [SPOT] }).ref }),
  },
  { name: 'some tasks stay', caught: false, app: (stack) => web(stack, [SPOT, { CapacityProvider: 'FARGATE', Base: 2 }]) },
  { name: 'it is a worker', caught: false, app: (stack) => web(stack, [SPOT], { LoadBalancers: undefined }) },
  { name: 'it has a launch type', caught: false, app: (stack) => web(stack, undefined, { LaunchType: 'FARGATE' }) },
  { name: 'a parameter names the provider', caught: false, notChecked: true, app: (stack) => web(stack, [{ CapacityProvider: parameter(stack), Weight: 1 }]) },
];
