import { Unknown, known, type Fact } from '../../../facts/fact';
import type { ScalingPolicy } from '../../collect/shapes';
import { onService } from '../live-check';

export const sclAtMax = onService({
  id: 'scl-at-max',
  check: ({ live: { service, scaling } }) => {
    const it = known(scaling);
    const max = it?.target.MaxCapacity;
    if (!it || max === undefined || (service.desiredCount ?? 0) < max) return [];
    const refused = it.activities instanceof Unknown ? [] : it.activities
      .filter(({ NotScaledReasons }) => NotScaledReasons?.some(({ Code }) => Code === 'AlreadyAtMaxCapacity'));
    const alarms = known(it.alarms).filter(({ StateValue, AlarmName }) => StateValue === 'ALARM' && /AlarmHigh/i.test(AlarmName ?? ''));
    if (alarms.length === 0 && refused.length === 0) return [];
    const queues = queuesOf(it.policies);
    return [{
      property: 'maxCapacity',
      detail: `maxCapacity (${max}) is reached, and scaling wants more tasks${queues.length > 0 ? ` for the messages of queue ${queues.join(', ')}, which wait longer and longer` : ''}`,
      evidence: [...refused.map(({ Cause }) => Cause), ...alarms.map(({ StateReason }) => StateReason)]
        .filter((text) => text !== undefined).slice(0, 1),
    }];
  },
});

/** Names of the queues whose messages the policies follow. */
function queuesOf(policies: Fact<readonly ScalingPolicy[]>): readonly string[] {
  if (policies instanceof Unknown) return [];
  const metrics = policies.flatMap(({ TargetTrackingScalingPolicyConfiguration: tracking }) => {
    const { Metrics = [], Namespace, Dimensions } = tracking?.CustomizedMetricSpecification ?? {};
    return [{ Namespace, Dimensions }, ...Metrics.map(({ MetricStat }) => MetricStat?.Metric ?? {})];
  });
  const names = metrics.filter(({ Namespace }) => Namespace === 'AWS/SQS')
    .flatMap(({ Dimensions = [] }) => Dimensions.filter(({ Name }) => Name === 'QueueName').map(({ Value }) => Value));
  return [...new Set(names)].filter((name) => name !== undefined);
}
