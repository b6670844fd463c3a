import type { MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import { readMetrics } from './metrics';
import type { ScalingOf } from './scaling';
import { Unknown, type Fact } from '../../../facts/fact';
import type { LiveScaling } from '../account';
import { unique, type Context, type ServiceReader } from '../context';
import { queuesOf } from '../queues-of';
import { isAtMax } from '../service-state';
import type { Service } from '../shapes';

const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3600;
const METRICS = { cpu: 'CPUUtilization', memory: 'MemoryUtilization' } as const;

export interface Usage {
  /** The highest utilization in the last two weeks, in percent. */
  readonly utilization: Fact<{ readonly cpu?: number; readonly memory?: number }>;
  /** Seconds that the oldest message of a queue waited, the most of each hour, by the name of the queue. */
  readonly queueAges: Fact<ReadonlyMap<string, readonly number[]>>;
}

/** Metrics of services, and of the queues that those at their maximum work through. */
export function readUsage(context: Context, now: Date, scaling: Promise<ScalingOf>): ServiceReader<Usage> {
  return async (services) => {
    const { scaling: scalingOf } = await scaling;
    const queues = new Map(services.map((service) => [service.serviceArn, behind(service, scalingOf(service))]));
    const names = unique([...queues.values()].flatMap((some) => (some instanceof Unknown ? [] : some)));
    const values = await readMetrics(context, now, [
      ...services.flatMap((service, index) => Object.entries(METRICS).map(([id, metric]) => utilizationOf(`${id}${index}`, metric, service))),
      ...names.map((name, index) => ageOf(`age${index}`, name)),
    ]);
    const indexes = new Map(services.map(({ serviceArn }, index) => [serviceArn, index]));
    return ({ serviceArn }) => {
      if (values instanceof Unknown) return values;
      const index = indexes.get(serviceArn);
      const own = queues.get(serviceArn)!;
      return {
        utilization: { cpu: highest(values.get(`cpu${index}`)), memory: highest(values.get(`memory${index}`)) },
        queueAges: own instanceof Unknown ? own : new Map(own.map((name) => [name, values.get(`age${names.indexOf(name)}`) ?? []])),
      };
    };
  };
}

/** Queues that a service at its maximum scales by; none where it has room. */
function behind(service: Service, scaling: Fact<LiveScaling | undefined>): Fact<readonly string[]> {
  if (scaling instanceof Unknown) return scaling;
  return scaling && isAtMax(service, scaling.target) ? queuesOf(scaling) : [];
}

function utilizationOf(Id: string, MetricName: string, { clusterArn, serviceName }: Service): MetricDataQuery {
  const Dimensions = [{ Name: 'ClusterName', Value: clusterArn!.split('/').pop() }, { Name: 'ServiceName', Value: serviceName }];
  return { Id, MetricStat: { Metric: { Namespace: 'AWS/ECS', MetricName, Dimensions }, Period: DAY_SECONDS, Stat: 'Maximum' } };
}

function ageOf(Id: string, queue: string): MetricDataQuery {
  const Dimensions = [{ Name: 'QueueName', Value: queue }];
  return { Id, MetricStat: { Metric: { Namespace: 'AWS/SQS', MetricName: 'ApproximateAgeOfOldestMessage', Dimensions }, Period: HOUR_SECONDS, Stat: 'Maximum' } };
}

function highest(values: readonly number[] = []): number | undefined {
  return values.length > 0 ? Math.max(...values) : undefined;
}
