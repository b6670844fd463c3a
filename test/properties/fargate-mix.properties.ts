import { Duration } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { FargateMix, FargateWebService, FargateWorkerService, Ingress } from '../../src';
import { sets } from './support/breakages-services';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { IMAGE } from '../support/stacks';
import { notWithin, options } from './support/scalars';
import type { Subject } from './support/subject';

interface MixCase {
  readonly kind: 'web' | 'worker';
  readonly onDemandBase: number;
  readonly onDemandWeight?: number;
  readonly spotWeight?: number;
  readonly deregistrationDelay?: Duration;
}

const mix: Subject<MixCase> = {
  build: (scope, id, { kind, deregistrationDelay, ...spot }, { cluster, shared }) => {
    const props = { ...shared, cluster, image: IMAGE, capacity: FargateMix.withSpot(spot) };
    if (kind === 'worker') new FargateWorkerService(scope, id, props);
    else new FargateWebService(scope, id, { ...props, containerPort: 80, ingress: Ingress.internalHttp(), deregistrationDelay });
  },
  holds: (resources) => {
    const { Properties } = only(ofType(resources, 'AWS::ECS::Service'));
    expect(Properties.LaunchType).toBeUndefined();
    expect(Properties.CapacityProviderStrategy).toMatchObject([{ CapacityProvider: 'FARGATE' }, { CapacityProvider: 'FARGATE_SPOT' }]);
    const { Properties: { ContainerDefinitions: [main] } } = only(ofType(resources, 'AWS::ECS::TaskDefinition'));
    expect(main.StopTimeout).toBe(120);
  },
};

const cases: fc.Arbitrary<MixCase> = fc.tuple(
  fc.constantFrom('web' as const, 'worker' as const),
  fc.integer({ min: 1, max: 100000 }),
  options<Omit<MixCase, 'kind' | 'onDemandBase'>>({
    onDemandWeight: fc.integer({ min: 0, max: 1000 }),
    spotWeight: fc.integer({ min: 1, max: 1000 }),
    deregistrationDelay: fc.integer({ min: 0, max: 90 }).map((amount) => Duration.seconds(amount)),
  }),
).map(([kind, onDemandBase, rest]) => ({ kind, onDemandBase, ...rest }));

const breakages: readonly Breakage<MixCase>[] = [
  sets<MixCase>('onDemandBase', notWithin(0, 100000)),
  sets<MixCase>('onDemandWeight', notWithin(0, 1000)),
  sets<MixCase>('spotWeight', notWithin(1, 1000)),
  (valid) => fc.integer({ min: 91, max: 3600 }).map((amount) => ({
    rule: 'requests outlast the warning',
    one: { ...valid, kind: 'web' as const, deregistrationDelay: Duration.seconds(amount) },
    says: ['deregistrationDelay', String(amount)],
  })),
  (valid) => fc.constant({
    rule: 'a web service with no task on demand',
    one: { ...valid, kind: 'web' as const, onDemandBase: 0, onDemandWeight: 0 },
    says: ['capacity', 'FargateMix.withSpot'],
  }),
];

propertiesOf('FargateMix', mix, cases, breakages);
