import type * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import { Token } from 'aws-cdk-lib/core';
import type { ScalingRangeProps, ScalingSuspension } from './scaling-range';
import { checkWholeNumber, MAX_INT } from '../checks/arguments';
import { refuse, type GotchaMessage } from '../gotchas/message';
import { sclDesiredOutsideRange } from '../gotchas/scl/scl-desired-outside-range';
import { sclMinAboveMax } from '../gotchas/scl/scl-min-above-max';

export const RANGE_DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html';

export const BOUNDS = ['minCapacity', 'maxCapacity'] as const;
export type Bound = typeof BOUNDS[number];
export const DEFAULTS: Readonly<Record<Bound, number>> = { minCapacity: 2, maxCapacity: 10 };

/** A bound of the range, and the part that set it. */
interface Claim<T> {
  readonly by: string;
  readonly value: T;
}

/** Bounds of the range that the parts of one service set. */
export interface Claims {
  minCapacity?: Claim<number>;
  maxCapacity?: Claim<number>;
  suspended?: Claim<ScalingSuspension>;
}

/** Bounds of a scalable target of the L2, which has both. */
export function claimsOf(target: appscaling.CfnScalableTarget | undefined): Claims {
  if (!target) return {};
  const by = target.node.path;
  return { minCapacity: { by, value: target.minCapacity }, maxCapacity: { by, value: target.maxCapacity } };
}

/** Range with the bounds of this part. */
export function withClaim(claims: Claims, by: string, { minCapacity, maxCapacity, suspended }: ScalingRangeProps): Claims {
  return {
    ...claims,
    ...minCapacity !== undefined && { minCapacity: { by, value: minCapacity } },
    ...maxCapacity !== undefined && { maxCapacity: { by, value: maxCapacity } },
    ...suspended !== undefined && { suspended: { by, value: suspended } },
  };
}

/** Throws for a range that can't be right, by itself, beside those of other parts, or beside the count of the service. */
export function checkRange(at: string, claims: Claims, range: ScalingRangeProps, desiredCount: number | undefined): void {
  for (const bound of BOUNDS) {
    checkWholeNumber(at, bound, range[bound], { min: 0, max: MAX_INT, unit: 'tasks', docs: RANGE_DOCS });
    const earlier = claims[bound];
    const value = range[bound];
    if (value !== undefined && earlier && earlier.value !== value) refuseContradiction(at, bound, [earlier.value, value], earlier.by);
  }
  checkSuspension(at, claims, range);
  const all = withClaim(claims, at, range);
  const [min, max] = [all.minCapacity?.value, all.maxCapacity?.value];
  const property = range.minCapacity === undefined ? 'maxCapacity' : 'minCapacity';
  const upsideDown = rangeFault(min, max);
  if (upsideDown) refuse({ ...upsideDown, at, property });
  const outside = countFault(desiredCount, min, max, max ?? DEFAULTS.maxCapacity, min ?? DEFAULTS.minCapacity);
  if (outside) refuse({ ...outside, at, property });
}

type Fault = Omit<GotchaMessage, 'at' | 'property'>;

export function rangeFault(min: number | undefined, max: number | undefined): Fault | undefined {
  if (!isKnown(min) || !isKnown(max) || min <= max) return undefined;
  return {
    headline: `minCapacity is ${min}, more than maxCapacity, which is ${max}`,
    gotcha: sclMinAboveMax,
    docs: RANGE_DOCS,
  };
}

export function countFault(
  desired: number | undefined, min: number | undefined, max: number | undefined, most = max, least = min,
): Fault | undefined {
  if (!isKnown(desired) || !((isKnown(min) && desired < min) || (isKnown(max) && desired > max))) return undefined;
  return {
    headline: `desiredCount is ${desired}, the service scales between ${shown(least)} and ${shown(most)} tasks`,
    gotcha: sclDesiredOutsideRange,
    fix: 'remove desiredCount: the scaling range rules',
    docs: RANGE_DOCS,
  };
}

function checkSuspension(at: string, { suspended }: Claims, range: ScalingRangeProps): void {
  if (range.suspended === undefined || !suspended) return;
  const [was, is] = [suspended.value, range.suspended].map(({ scaleIn = false, scaleOut = false, schedules = false }) =>
    Object.entries({ scaleIn, scaleOut, schedules }).filter(([, stands]) => stands).map(([name]) => name).join(', ') || 'nothing');
  if (was === is) return;
  refuse({
    headline: `suspended is ${is}, and ${was} in ${suspended.by}, which scales the same service`,
    at,
    property: 'suspended',
    why: WHY,
    fix: 'set suspended in one of the two, or to the same in both',
    docs: RANGE_DOCS,
  });
}

const WHY = 'ECS has one scalable target for a service: all its policies move between the same two numbers.';

function refuseContradiction(at: string, bound: Bound, values: readonly number[], by: string): never {
  const [was, is] = values.map((count) => (Token.isUnresolved(count) ? 'a token' : count));
  refuse({
    headline: `${bound} is ${is}, and ${was} in ${by}, which scales the same service`,
    at,
    property: bound,
    why: WHY,
    fix: `set ${bound} in one of the two, or to the same number in both`,
    docs: RANGE_DOCS,
  });
}

function shown(count: number | undefined): string {
  return isKnown(count) ? String(count) : 'a token';
}

function isKnown(value: number | undefined): value is number {
  return value !== undefined && !Token.isUnresolved(value);
}
