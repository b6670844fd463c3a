import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { CpuTargetScaling, StepScaling, type ScalingStep, type StepScalingProps } from '../../src';
import { sets } from './support/breakages-services';
import { ofType, only, scalesOnce } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { notSeconds, notWithin, options, seconds } from './support/scalars';
import { smallWorker } from './support/small';
import type { Subject } from './support/subject';
import type { Resources } from './support/world';

interface StepCase extends Omit<StepScalingProps, 'service' | 'metric'> {
  readonly beside?: boolean;
}

const METRIC = new cloudwatch.Metric({ namespace: 'Shop', metricName: 'Waiting', statistic: 'Maximum' });
const POLICY = 'AWS::ApplicationAutoScaling::ScalingPolicy';

const steps: Subject<StepCase> = {
  build: (scope, id, { beside, ...props }, world, given) => {
    const service = smallWorker(given, world);
    if (beside) new CpuTargetScaling(given, 'Beside', { service });
    new StepScaling(scope, id, { ...props, service, metric: METRIC });
  },
  holds: (resources, one) => {
    scalesOnce(resources);
    expect(stepsOf(resources)).toEqual([...one.steps].sort(({ lower = -Infinity }, { lower: other = -Infinity }) => lower - other));
  },
};

/** The steps of both policies by the values of the metric, as their alarms and their distances from the thresholds have them. */
function stepsOf(resources: Resources): readonly ScalingStep[] {
  const policies = ofType(resources, POLICY).filter(({ Properties }) => Properties.PolicyType === 'StepScaling');
  return policies.flatMap(({ logicalId, Properties: { StepScalingPolicyConfiguration: { StepAdjustments: adjustments } } }) => {
    const { Threshold: threshold } = only(ofType(resources, 'AWS::CloudWatch::Alarm')
      .filter(({ Properties }) => JSON.stringify(Properties.AlarmActions).includes(`"${logicalId}"`))).Properties;
    return adjustments.map((adjustment: Record<string, number | undefined>) => ({
      ...adjustment.MetricIntervalLowerBound !== undefined && { lower: threshold + adjustment.MetricIntervalLowerBound },
      ...adjustment.MetricIntervalUpperBound !== undefined && { upper: threshold + adjustment.MetricIntervalUpperBound },
      change: adjustment.ScalingAdjustment,
    }));
  }).sort((one, other) => (one.lower ?? -Infinity) - (other.lower ?? -Infinity));
}

/** Some that remove tasks at the lowest values, and some that add tasks at the highest, in any order. */
const table: fc.Arbitrary<Pick<StepCase, 'steps' | 'disableScaleIn'>> = fc.record({
  removing: fc.array(fc.integer({ min: -100, max: -1 }), { maxLength: 20 }),
  adding: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 20 }),
  // Between the two, nothing changes, or one ends where the other begins.
  apart: fc.boolean(),
}).chain(({ removing, adding, apart }) => {
  const bounds = removing.length + adding.length - (apart || removing.length === 0 ? 0 : 1);
  return fc.uniqueArray(fc.integer({ min: -1e6, max: 1e6 }), { minLength: bounds, maxLength: bounds }).chain((values) => {
    const sorted = values.sort((one, other) => one - other);
    const [low, high] = [sorted.slice(0, removing.length), sorted.slice(-adding.length)];
    const all: ScalingStep[] = [
      ...removing.map((change, index) => ({ ...index > 0 && { lower: low[index - 1] }, upper: low[index], change })),
      ...adding.map((change, index) => ({ lower: high[index], ...index + 1 < adding.length && { upper: high[index + 1] }, change })),
    ];
    return fc.shuffledSubarray(all, { minLength: all.length }).map((inAnyOrder) => ({
      steps: inAnyOrder, ...removing.length === 0 && { disableScaleIn: true },
    }));
  });
});

const cases: fc.Arbitrary<StepCase> = fc.tuple(table, options<Omit<StepCase, 'steps' | 'disableScaleIn' | 'minAdjustmentMagnitude'>>({
  changeInPercent: fc.boolean(),
  period: fc.constantFrom(10, 20, 30, 60, 300).map((amount) => Duration.seconds(amount)),
  scaleOutPeriods: fc.integer({ min: 1, max: 288 }),
  scaleInPeriods: fc.integer({ min: 1, max: 288 }),
  scaleOutCooldown: seconds(0, 7200),
  scaleInCooldown: seconds(0, 7200),
  minCapacity: fc.integer({ min: 0, max: 10 }),
  maxCapacity: fc.integer({ min: 10, max: 5000 }),
  beside: fc.boolean(),
}), fc.integer({ min: 1, max: 50 })).map(([known, more, magnitude]) => ({
  ...known, ...more, ...more.changeInPercent && { minAdjustmentMagnitude: magnitude },
}));

/** Steps that are wrong in themselves, with the words for it. */
const WRONG_STEPS: ReadonlyArray<readonly [string, ScalingStep[], string]> = [
  ['none', [], 'none that adds tasks'],
  ['steps overlap', [{ lower: 10, upper: 30, change: 1 }, { lower: 20, change: 2 }], 'overlap from 20 to 30'],
  ['a gap', [{ lower: 10, upper: 20, change: 1 }, { lower: 30, change: 2 }], 'a gap from 20 to 30'],
  ['an end at the top', [{ lower: 10, upper: 20, change: 1 }], 'end at 20'],
  ['no end', [{ change: 1 }], 'hold at every value'],
  ['a change of nothing', [{ lower: 10, change: 0 }], 'steps[0] has a change of 0'],
  ['a part of a task', [{ lower: 10, change: 1.5 }], 'steps[0] has a change of 1.5'],
  ['upside down', [{ lower: 10, upper: 5, change: 1 }], 'steps[0] is from 10 to 5'],
  ['21 steps', Array.from({ length: 21 }, (_, index) => ({ lower: index, ...index < 20 && { upper: index + 1 }, change: 1 })), '21 in one direction'],
];

const broken: readonly Breakage<StepCase>[] = [
  (valid) => fc.constantFrom(...WRONG_STEPS).map(([rule, wrong, words]) => ({
    rule, one: { ...valid, steps: wrong, disableScaleIn: true }, says: ['steps', words],
  })),
  (valid) => fc.constant({
    rule: 'nothing removes tasks', one: { ...valid, steps: [{ lower: 10, change: 1 }], disableScaleIn: undefined }, says: ['steps', 'none that removes tasks'],
  }),
  (valid) => fc.constantFrom(0, 1, 90, 61, 7 * 86400 + 60).map((amount) => ({
    rule: 'a period that no alarm has', one: { ...valid, period: Duration.seconds(amount) }, says: ['period', `${amount} seconds`],
  })),
  sets<StepCase>('scaleOutCooldown', notSeconds(0, 2147483647)),
  sets<StepCase>('scaleInCooldown', notSeconds(0, 2147483647)),
  (valid) => fc.constantFrom('scaleOutPeriods' as const, 'scaleInPeriods' as const).chain((property) => notWithin(1, 1440).map((periods) => ({
    rule: 'more than a day', one: { ...valid, period: undefined, [property]: periods }, says: [property, String(periods)],
  }))),
  (valid) => fc.integer({ min: 1, max: 9 }).map((magnitude) => ({
    rule: 'a magnitude of tasks', one: { ...valid, changeInPercent: false, minAdjustmentMagnitude: magnitude }, says: ['minAdjustmentMagnitude', String(magnitude)],
  })),
  sets<StepCase>('minCapacity', fc.constantFrom(-1, 1.5, NaN, 2147483648)),
];

propertiesOf('StepScaling', steps, cases, broken);
