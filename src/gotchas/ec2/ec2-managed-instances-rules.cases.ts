import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

type Properties = Readonly<Record<string, unknown>>;

function provider(stack: Stack, requirements: Properties = {}, properties: Properties = {}, launch: Properties = {}): string {
  const InstanceRequirements = { VCpuCount: { Min: 2, Max: 8 }, MemoryMiB: { Min: 4096 }, ...requirements };
  const NetworkConfiguration = { Subnets: ['subnet-1', 'subnet-2'], SecurityGroups: ['sg-1'] };
  return resource(stack, 'Provider', 'AWS::ECS::CapacityProvider', {
    ClusterName: 'shop',
    ManagedInstancesProvider: {
      InfrastructureRoleArn: 'arn:aws:iam::111122223333:role/ecs', InstanceLaunchTemplate: { InstanceRequirements, NetworkConfiguration, ...launch },
    },
    ...properties,
  }).ref;
}

function associated(stack: Stack, CapacityProviders: readonly unknown[], CapacityProvider: unknown): void {
  resource(stack, 'Association', 'AWS::ECS::ClusterCapacityProviderAssociations', {
    Cluster: 'shop', CapacityProviders, DefaultCapacityProviderStrategy: [{ CapacityProvider, Weight: 1 }],
  });
}

function optimized(stack: Stack, ScaleInAfter: unknown): void {
  const launch = { NetworkConfiguration: { Subnets: ['subnet-1'], SecurityGroups: ['sg-1'] } };
  provider(stack, {}, { ManagedInstancesProvider: { InstanceLaunchTemplate: launch, InfrastructureOptimization: { ScaleInAfter } } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'it has no security groups', caught: true, app: (stack) => void provider(stack, {}, {}, { NetworkConfiguration: { Subnets: ['subnet-1'] } }) },
  { name: 'it names no cluster', caught: true, app: (stack) => void provider(stack, {}, { ClusterName: undefined }) },
  { name: 'it has an Auto Scaling group too', caught: true, app: (stack) => void provider(stack, {}, { AutoScalingGroupProvider: { AutoScalingGroupArn: 'group' } }) },
  {
    name: 'an association lists it',
    caught: true,
    app: (stack) => {
      const own = provider(stack);
      associated(stack, [own], own);
    },
  },
  { name: 'a cluster lists it', caught: true, app: (stack) => void resource(stack, 'Cluster', 'AWS::ECS::Cluster', { CapacityProviders: ['FARGATE', provider(stack)] }) },
  { name: 'the least CPU is above the most', caught: true, consequence: 'never-works', app: (stack) => void provider(stack, { VCpuCount: { Min: 16, Max: 8 } }) },
  { name: 'the least memory is above the most', caught: true, consequence: 'never-works', app: (stack) => void provider(stack, { MemoryMiB: { Min: 65536, Max: 4096 } }) },
  { name: 'types are allowed and excluded', caught: true, consequence: 'never-works', app: (stack) => void provider(stack, { AllowedInstanceTypes: ['m7i.*'], ExcludedInstanceTypes: ['m7i.24xlarge'] }) },
  { name: 'there are no subnets', caught: true, app: (stack) => void provider(stack, {}, {}, { NetworkConfiguration: { Subnets: [] } }) },
  { name: 'scale-in waits for more than an hour', caught: true, app: (stack) => optimized(stack, 7200) },
  { name: 'there is no scale-in', caught: false, app: (stack) => optimized(stack, -1) },
  { name: 'types are only allowed', caught: false, app: (stack) => void provider(stack, { AllowedInstanceTypes: ['c8g.large'] }) },
  { name: 'least and most are equal', caught: false, app: (stack) => void provider(stack, { VCpuCount: { Min: 4, Max: 4 } }) },
  { name: 'the default strategy names it', caught: false, app: (stack) => associated(stack, [], provider(stack)) },
  { name: 'an Auto Scaling group needs no cluster', caught: false, app: (stack) => void instances(stack) },
  { name: 'a parameter is the most', caught: false, notChecked: true, app: (stack) => void provider(stack, { VCpuCount: { Min: 4, Max: parameter(stack) } }) },
];
