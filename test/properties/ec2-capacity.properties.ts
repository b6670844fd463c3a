import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Duration } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { Ec2Capacity, Ec2Purchase } from '../../src';
import { sets } from './support/breakages-services';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { notSeconds, notWithin, options, seconds } from './support/scalars';
import type { Subject } from './support/subject';

/** The type of the instances is a choice from a list. */
interface CapacityCase {
  readonly kind: string;
  readonly minCapacity?: number;
  readonly maxCapacity?: number;
  readonly targetCapacityPercent?: number;
  readonly instanceWarmupPeriod?: Duration;
  readonly managedTerminationProtection?: boolean;
  readonly spot?: { readonly onDemandBase: number; readonly onDemandPercentAboveBase?: number };
}

const capacity: Subject<CapacityCase> = {
  build: (scope, id, { kind, spot, ...props }, world, given) => new Ec2Capacity(scope, id, {
    ...props,
    ...spot ? { purchase: Ec2Purchase.mixed({ ...spot, instanceTypes: poolsOf(kind) }) } : { instanceType: new ec2.InstanceType(kind) },
    cluster: new ecs.Cluster(given, 'Cluster', { vpc: world.vpc }),
  }),
  holds: (resources, { kind }) => {
    const launch = only(ofType(resources, 'AWS::EC2::LaunchTemplate')).Properties.LaunchTemplateData;
    expect(launch.MetadataOptions).toMatchObject({ HttpTokens: 'required' });
    expect(launch.ImageId).toMatch(/^resolve:ssm:.*\/amazon-linux-2023\/.*image_id$/);
    expect(launch.ImageId.includes('arm64')).toBe(/^(t4g|m7g|c7gn)\./.test(kind));
    const provider = only(ofType(resources, 'AWS::ECS::CapacityProvider'));
    expect(provider.Properties.AutoScalingGroupProvider).toMatchObject({ ManagedDraining: 'ENABLED', ManagedScaling: { Status: 'ENABLED' } });
    const association = only(ofType(resources, 'AWS::ECS::ClusterCapacityProviderAssociations'));
    expect(association.Properties.CapacityProviders).toEqual([{ Ref: provider.logicalId }]);
  },
};

/** Three types of one architecture. */
function poolsOf(kind: string): ec2.InstanceType[] {
  const [family] = kind.split('.');
  return ['medium', 'xlarge', '4xlarge'].map((size) => new ec2.InstanceType(`${family}.${size}`));
}

const cases: fc.Arbitrary<CapacityCase> = fc.tuple(fc.constantFrom('t3.small', 'm7i.2xlarge', 't4g.small', 'm7g.large', 'c7gn.xlarge'), options<Omit<CapacityCase, 'kind'>>({
  minCapacity: fc.integer({ min: 0, max: 500 }),
  maxCapacity: fc.integer({ min: 1, max: 500 }),
  targetCapacityPercent: fc.integer({ min: 1, max: 100 }),
  instanceWarmupPeriod: seconds(0, 10000),
  managedTerminationProtection: fc.boolean(),
  spot: fc.record({ onDemandBase: fc.integer({ min: 0, max: 500 }), onDemandPercentAboveBase: fc.integer({ min: 0, max: 100 }) }, { requiredKeys: ['onDemandBase'] }),
})).map(([kind, rest]) => ({ kind, ...rest })).filter(({ minCapacity = 0, maxCapacity = 10 }) => minCapacity <= maxCapacity);

const breakages: readonly Breakage<CapacityCase>[] = [
  sets<CapacityCase>('minCapacity', notWithin(0, 10000)),
  sets<CapacityCase>('maxCapacity', notWithin(1, 10000)),
  sets<CapacityCase>('targetCapacityPercent', notWithin(1, 100)),
  sets<CapacityCase>('instanceWarmupPeriod', notSeconds(0, 10000)),
  (valid) => notWithin(0, 10000).map((onDemandBase) => ({
    rule: 'a base out of range', one: { ...valid, spot: { onDemandBase } }, says: ['purchase.onDemandBase', String(onDemandBase)],
  })),
  (valid) => notWithin(0, 100).map((onDemandPercentAboveBase) => ({
    rule: 'a share out of range', one: { ...valid, spot: { onDemandBase: 1, onDemandPercentAboveBase } }, says: ['purchase.onDemandPercentAboveBase', String(onDemandPercentAboveBase)],
  })),
  (valid) => fc.integer({ min: 1, max: 100 }).map((maxCapacity) => ({
    rule: 'min above max', one: { ...valid, minCapacity: maxCapacity + 1, maxCapacity }, says: ['minCapacity', String(maxCapacity + 1), 'maxCapacity', String(maxCapacity)],
  })),
];

propertiesOf('Ec2Capacity', capacity, cases, breakages);
