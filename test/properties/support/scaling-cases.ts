import type { Construct } from 'constructs';
import * as fc from 'fast-check';
import { sets } from './breakages-services';
import { scalesOnce } from './invariants';
import type { Breakage } from './refuses';
import { notSeconds, notWithin, options, seconds } from './scalars';
import type { Subject } from './subject';
import type { World } from './world';
import type { IEcsWorkload, TargetScalingProps } from '../../../src';

const MOST_SECONDS = 2147483647;

/** A service that scales in a range, on the metric of the construct; `desiredCount` as the service is made with it. */
export interface ScalingCase extends TargetScalingProps {
  readonly desiredCount?: number;
  readonly target?: number;
  /** True if a policy on another metric exists, which leaves the range open. */
  readonly beside?: boolean;
  /** True if a policy with another `minCapacity` exists. */
  readonly contradicts?: number;
}

/** Creates a policy on one metric, and one on another metric. */
interface Scaling<W extends IEcsWorkload> {
  readonly service: (given: Construct, world: World, desiredCount?: number) => W;
  readonly beside: (given: Construct, props: TargetScalingProps & { service: W }) => void;
  readonly policy: (scope: Construct, id: string, props: TargetScalingProps & { service: W; target?: number }) => void;
}

export function scalingSubject<W extends IEcsWorkload>({ service, beside, policy }: Scaling<W>): Subject<ScalingCase> {
  return {
    build: (scope, id, { desiredCount, contradicts, beside: hasAnother, ...props }, world, given) => {
      const scaled = service(given, world, desiredCount);
      if (hasAnother || contradicts !== undefined) beside(given, { service: scaled, minCapacity: contradicts });
      policy(scope, id, { ...props, service: scaled });
    },
    holds: scalesOnce,
  };
}

/** The range holds the defaults of what is left out, 2 and 10, and the count that the service begins with. */
export function scaling(target: fc.Arbitrary<number>): fc.Arbitrary<ScalingCase> {
  return options<Omit<ScalingCase, keyof Range | 'contradicts'>>({
    target,
    scaleInCooldown: seconds(0, 7200),
    scaleOutCooldown: seconds(0, 7200),
    disableScaleIn: fc.boolean(),
    beside: fc.boolean(),
  }).chain((policy) => range.map((bounds) => ({ ...policy, ...bounds })));
}

interface Range {
  readonly minCapacity?: number;
  readonly maxCapacity?: number;
  readonly desiredCount?: number;
}

const range: fc.Arbitrary<Range> = options<Range>({
  // With a floor of 0, a policy on a metric of the tasks is refused: nothing starts the first task.
  minCapacity: fc.integer({ min: 1, max: 5000 }),
  maxCapacity: fc.integer({ min: 1, max: 5000 }),
  desiredCount: fc.integer({ min: 0, max: 20 }),
}).filter(({ minCapacity = 2, maxCapacity = 10, desiredCount = minCapacity }) => minCapacity <= desiredCount && desiredCount <= maxCapacity);

export const BROKEN_SCALING: readonly Breakage<ScalingCase>[] = [
  sets('minCapacity', fc.constantFrom(-1, 1.5, NaN, 2147483648)),
  sets('maxCapacity', fc.constantFrom(-1, 1.5, NaN, 2147483648)),
  sets('scaleInCooldown', notSeconds(0, MOST_SECONDS)),
  sets('scaleOutCooldown', notSeconds(0, MOST_SECONDS)),
  (valid) => fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 })).map(([low, more]) => ({
    rule: 'min above max', one: { ...valid, minCapacity: low + more, maxCapacity: low, desiredCount: undefined }, says: ['minCapacity', String(low + more), 'maxCapacity', String(low)],
  })),
  (valid) => fc.constantFrom(4, 9).map((desiredCount) => ({
    rule: 'a count outside of the range', one: { ...valid, minCapacity: 5, maxCapacity: 8, desiredCount }, says: ['desiredCount', String(desiredCount), '5', '8'],
  })),
  (valid) => fc.integer({ min: 1, max: 8 }).map((minCapacity) => ({
    rule: 'another policy contradicts it',
    one: { ...valid, minCapacity, maxCapacity: 10, desiredCount: undefined, contradicts: minCapacity - 1 },
    says: ['minCapacity', String(minCapacity), String(minCapacity - 1), 'Beside'],
  })),
];

export const BROKEN_PERCENT: readonly Breakage<ScalingCase>[] = [
  (valid) => notWithin(1, 100).map((target) => ({ rule: 'no percentage', one: { ...valid, target }, says: ['targetUtilizationPercent', String(target)] })),
];

export const BROKEN_REQUESTS: readonly Breakage<ScalingCase>[] = [
  (valid) => fc.constantFrom(0, -1, 1.5, NaN, Infinity).map((target) => ({ rule: 'no number of requests', one: { ...valid, target }, says: ['requestsPerTarget', String(target)] })),
];
