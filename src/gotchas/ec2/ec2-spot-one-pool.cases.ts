import type { Stack } from 'aws-cdk-lib/core';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

type Properties = Readonly<Record<string, unknown>>;

function mixed(stack: Stack, overrides: readonly Properties[] | undefined, onDemandPercent: unknown = 0): void {
  instances(stack, {
    group: {
      LaunchTemplate: undefined,
      MixedInstancesPolicy: {
        InstancesDistribution: { OnDemandPercentageAboveBaseCapacity: onDemandPercent },
        LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: { Ref: 'Launch' } }, Overrides: overrides },
      },
    },
  });
}

function types(...names: readonly string[]): readonly Properties[] {
  return names.map((InstanceType) => ({ InstanceType }));
}

export const cases: readonly GotchaCase[] = [
  { name: 'the launch template asks for Spot Instances of its one type', caught: true, app: (stack) => void instances(stack, { launch: { InstanceMarketOptions: { MarketType: 'spot' } } }) },
  { name: 'a mixed group has two types', caught: true, app: (stack) => mixed(stack, types('m7i.large', 'm7a.large')) },
  { name: 'a mixed group has the type of the launch template alone', caught: true, app: (stack) => mixed(stack, undefined, 50) },
  { name: 'a mixed group has three types', caught: false, app: (stack) => mixed(stack, types('m7i.large', 'm7a.large', 'm6i.large')) },
  { name: 'Auto Scaling picks the types', caught: false, notChecked: true, app: (stack) => mixed(stack, [{ InstanceRequirements: { VCpuCount: { Min: 2 }, MemoryMiB: { Min: 4096 } } }]) },
  { name: 'all instances are On-Demand Instances', caught: false, app: (stack) => mixed(stack, types('m7i.large'), 100) },
  { name: 'the types are parameters', caught: true, app: (stack) => mixed(stack, types(parameter(stack))) },
  { name: 'a parameter decides the share of Spot', caught: false, notChecked: true, app: (stack) => mixed(stack, types('m7i.large'), parameter(stack, 'Share', 'Number')) },
];
