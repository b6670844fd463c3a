import type { LiveScaling } from './account';
import { unique } from './context';
import type { TaskDefinition } from './shapes';
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

const QUEUE_ARN = /^arn:[^:]+:sqs:([^:]+):(\d{12}):([\w-]{1,80}(?:\.fifo)?)$/;
const QUEUE_URL = /^https:\/\/(?:sqs\.)?([a-z0-9-]+)\.(?:queue\.)?amazonaws\.com(?:\.cn)?\/(\d{12})\/([\w-]{1,80}(?:\.fifo)?)$/;

/** ARNs of the queues in the region of a cluster that the environment of a task names, by URL or by ARN. */
export function queuesNamedBy({ containerDefinitions = [] }: TaskDefinition, clusterArn: string): readonly string[] {
  return queuesIn(containerDefinitions.flatMap(({ environment = [] }) => environment.map(({ value = '' }) => value)), clusterArn);
}

/** ARNs of the queues in the region of another resource that are among some texts, as URL or as ARN. */
export function queuesIn(values: readonly string[], besideArn: string): readonly string[] {
  const [, partition, , here] = besideArn.split(':');
  return unique(values.flatMap((value) => {
    const [, region, account, name] = QUEUE_ARN.exec(value) ?? QUEUE_URL.exec(value) ?? [];
    return region === here ? [`arn:${partition}:sqs:${region}:${account}:${name}`] : [];
  }));
}

/** ARN of a queue of the region and account of a cluster. */
export function queueBeside(clusterArn: string, name: string): string {
  const [, partition, , region, account] = clusterArn.split(':');
  return `arn:${partition}:sqs:${region}:${account}:${name}`;
}
