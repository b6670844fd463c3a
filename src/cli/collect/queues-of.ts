import type { LiveScaling } from './account';
import { unique } from './context';
import { Unknown, type Fact } from '../../facts/fact';

/** A metric as policies and alarms name it. */
interface NamedMetric {
  readonly Namespace?: string;
  readonly Dimensions?: readonly { readonly Name: string | undefined; readonly Value: string | undefined }[];
}

/** Names of the queues whose messages the scaling follows, by the metrics of its policies and of their alarms. */
export function queuesOf({ policies, alarms }: LiveScaling): Fact<readonly string[]> {
  if (policies instanceof Unknown) return policies;
  if (alarms instanceof Unknown) return alarms;
  const metrics: readonly NamedMetric[] = [
    ...policies.map(({ TargetTrackingScalingPolicyConfiguration: tracking }) => tracking?.CustomizedMetricSpecification ?? {}),
    ...alarms,
  ].flatMap(({ Metrics = [], Namespace, Dimensions }) => [{ Namespace, Dimensions }, ...Metrics.map(({ MetricStat }) => MetricStat?.Metric ?? {})]);
  return unique(metrics.filter(({ Namespace }) => Namespace === 'AWS/SQS')
    .flatMap(({ Dimensions = [] }) => Dimensions.filter(({ Name }) => Name === 'QueueName').map(({ Value }) => Value)));
}
