import type { Duration } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import {
  CpuTargetScaling, MaxCapacityBreach, PredictiveMetric, PredictiveMode, PredictiveScaling, type PredictiveScalingProps,
} from '../../src';
import { sets } from './support/breakages-services';
import { ofType, only, scalesOnce } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { notSeconds, notWithin, options, seconds } from './support/scalars';
import { smallWeb, smallWorker } from './support/small';
import type { Subject } from './support/subject';

interface ForecastCase extends Pick<PredictiveScalingProps, 'mode' | 'minCapacity' | 'maxCapacity'> {
  readonly kind: 'cpu' | 'memory' | 'requests';
  readonly target: number;
  readonly schedulingBuffer?: Duration;
  /** Percent above the maximum; without it, the forecast stays below the maximum. */
  readonly bufferPercent?: number;
  /** True if requests are forecast for a service without a load balancer. */
  readonly behindNothing?: boolean;
  /** True if no policy beside it removes tasks. */
  readonly alone?: boolean;
}

const forecast: Subject<ForecastCase> = {
  build: (scope, id, { kind, target, bufferPercent, behindNothing, alone, ...props }, world, given) => {
    const service = kind === 'requests' && !behindNothing ? smallWeb(given, world) : smallWorker(given, world);
    if (props.mode === PredictiveMode.FORECAST_AND_SCALE && !alone) new CpuTargetScaling(given, 'Beside', { service });
    const maxCapacityBreach = bufferPercent === undefined ? undefined : MaxCapacityBreach.increase(bufferPercent);
    new PredictiveScaling(scope, id, { ...props, service, metric: PredictiveMetric[kind](target), maxCapacityBreach });
  },
  holds: (resources, { mode = PredictiveMode.FORECAST_ONLY, bufferPercent, kind }) => {
    scalesOnce(resources);
    const { Properties: { PredictiveScalingPolicyConfiguration: policy } } = only(ofType(resources, 'AWS::ApplicationAutoScaling::ScalingPolicy')
      .filter(({ Properties }) => Properties.PolicyType === 'PredictiveScaling'));
    expect(policy.Mode).toBe(mode);
    expect(policy.MaxCapacityBreachBehavior).toBe(bufferPercent === undefined ? 'HonorMaxCapacity' : 'IncreaseMaxCapacity');
    expect(policy.MaxCapacityBuffer === undefined).toBe(bufferPercent === undefined);
    const { PredefinedMetricPairSpecification: pair } = only<any>(policy.MetricSpecifications);
    expect(pair.ResourceLabel !== undefined).toBe(kind === 'requests');
  },
};

const cases: fc.Arbitrary<ForecastCase> = fc.tuple(
  fc.record({ kind: fc.constantFrom('cpu' as const, 'memory' as const, 'requests' as const), target: fc.integer({ min: 1, max: 100 }) }),
  options<Omit<ForecastCase, 'kind' | 'target' | 'behindNothing' | 'alone'>>({
    mode: fc.constantFrom(PredictiveMode.FORECAST_ONLY, PredictiveMode.FORECAST_AND_SCALE),
    schedulingBuffer: seconds(0, 3600),
    bufferPercent: fc.integer({ min: 0, max: 100 }),
    minCapacity: fc.integer({ min: 1, max: 10 }),
    maxCapacity: fc.integer({ min: 10, max: 5000 }),
  }),
).map(([needed, more]) => ({ ...needed, ...more }));

const broken: readonly Breakage<ForecastCase>[] = [
  (valid) => fc.tuple(fc.constantFrom('cpu' as const, 'memory' as const), notWithin(1, 100)).map(([kind, target]) => ({
    rule: 'no percentage', one: { ...valid, kind, target }, says: ['metric', String(target)],
  })),
  (valid) => notWithin(1, 1e9).map((target) => ({
    rule: 'no number of requests', one: { ...valid, kind: 'requests' as const, target }, says: ['metric', String(target)],
  })),
  (valid) => fc.constant({
    rule: 'requests that nothing counts', one: { ...valid, kind: 'requests' as const, behindNothing: true }, says: ['metric', 'no load balancer'],
  }),
  (valid) => fc.constant({
    rule: 'a forecast that only adds tasks',
    one: { ...valid, mode: PredictiveMode.FORECAST_AND_SCALE, alone: true },
    says: ['mode', 'FORECAST_AND_SCALE', '[scl-predictive-alone]'],
  }),
  sets<ForecastCase>('schedulingBuffer', notSeconds(0, 3600)),
  sets<ForecastCase>('bufferPercent', notWithin(0, 100)),
  sets<ForecastCase>('minCapacity', fc.constantFrom(-1, 1.5, NaN, 2147483648)),
  sets<ForecastCase>('maxCapacity', fc.constantFrom(-1, 1.5, NaN, 2147483648)),
];

propertiesOf('PredictiveScaling', forecast, cases, broken);
