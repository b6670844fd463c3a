import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

function run(stack: Stack, provider: unknown, providers?: readonly unknown[], isAwaiting = false): string {
  const cluster = resource(stack, 'Cluster', 'AWS::ECS::Cluster', { CapacityProviders: providers });
  const CapacityProviderStrategy = [{ CapacityProvider: provider, Weight: 1 }];
  const own = service(stack, { LaunchType: undefined, Cluster: cluster.ref, TaskDefinition: fargateTask(stack).ref, CapacityProviderStrategy });
  if (isAwaiting) own.addOverride('DependsOn', ['Association']);
  return cluster.ref;
}

function associate(stack: Stack, cluster: string, providers: unknown): void {
  resource(stack, 'Association', 'AWS::ECS::ClusterCapacityProviderAssociations', {
    Cluster: cluster, CapacityProviders: providers, DefaultCapacityProviderStrategy: [],
  });
}

function onSpot(stack: Stack): ecs.FargateService {
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc'), enableFargateCapacityProviders: true });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('app:1') });
  return new ecs.FargateService(stack, 'Service', { cluster, taskDefinition, capacityProviderStrategies: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the cluster has no capacity providers', caught: true, app: (stack) => void run(stack, 'FARGATE_SPOT') },
  { name: 'the cluster has another', caught: true, app: (stack) => void run(stack, 'FARGATE_SPOT', ['FARGATE']) },
  { name: 'the instances are not associated', caught: true, app: (stack) => associate(stack, run(stack, instances(stack)), ['FARGATE']) },
  { name: 'it is on the cluster', caught: false, app: (stack) => void run(stack, 'FARGATE_SPOT', ['FARGATE', 'FARGATE_SPOT']) },
  {
    name: 'the service does not wait for the association',
    caught: true,
    consequence: 'risk',
    app: (stack) => {
      const provider = instances(stack);
      associate(stack, run(stack, provider), [provider]);
    },
  },
  {
    name: 'a service of the CDK does not wait for the association',
    caught: true,
    consequence: 'risk',
    app: (stack) => void onSpot(stack),
  },
  {
    name: 'the instances are associated',
    caught: false,
    app: (stack) => {
      const provider = instances(stack);
      associate(stack, run(stack, provider, undefined, true), [provider]);
    },
  },
  {
    name: 'the CDK associates those of Fargate',
    caught: false,
    app: (stack) => {
      const onProviders = onSpot(stack);
      onProviders.node.addDependency(onProviders.cluster);
    },
  },
  { name: 'the launch type decides', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref }) },
  {
    name: 'a provider of Managed Instances names the cluster by its name',
    caught: false,
    app: (stack) => {
      const cluster = resource(stack, 'Cluster', 'AWS::ECS::Cluster', { ClusterName: 'shop' });
      const provider = resource(stack, 'Provider', 'AWS::ECS::CapacityProvider', { ClusterName: 'shop', ManagedInstancesProvider: {} });
      service(stack, {
        LaunchType: undefined,
        Cluster: cluster.ref,
        TaskDefinition: fargateTask(stack).ref,
        CapacityProviderStrategy: [{ CapacityProvider: provider.ref, Weight: 1 }],
      });
    },
  },
  {
    name: 'a service on Managed Instances waits for no association',
    caught: false,
    app: (stack) => {
      const cluster = resource(stack, 'Cluster', 'AWS::ECS::Cluster', {}).ref;
      const provider = resource(stack, 'Provider', 'AWS::ECS::CapacityProvider', { ClusterName: cluster, ManagedInstancesProvider: {} }).ref;
      associate(stack, cluster, ['FARGATE']);
      service(stack, {
        LaunchType: undefined,
        Cluster: cluster,
        TaskDefinition: fargateTask(stack).ref,
        CapacityProviderStrategy: [{ CapacityProvider: provider, Weight: 1 }],
      });
    },
  },
  {
    name: 'the cluster comes from outside',
    caught: false,
    notChecked: true,
    app: (stack) => void service(stack, { LaunchType: undefined, CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE_SPOT', Weight: 1 }] }),
  },
  { name: 'a parameter names what is associated', caught: false, notChecked: true, app: (stack) => void run(stack, 'FARGATE_SPOT', [parameter(stack)]) },
];
