import type { MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import { readMetrics, valuesSince, type Point } from './metrics';
import { namesOf } from './rules';
import type { ScalingOf } from './scaling';
import { Unknown, type Fact } from '../../../facts/fact';
import type { LiveRule, LiveScaling, LiveService } from '../account';
import { unique, type Context } from '../context';
import { queuesOf } from '../queues-of';
import { isAtMax } from '../service-state';
import type { Cluster, Service } from '../shapes';

const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3600;
const RULE_HOURS = 24;
const QUEUE_HOURS = 6;
const METRICS = { cpu: 'CPUUtilization', memory: 'MemoryUtilization' } as const;

/** Metrics of services, of the queues that those at their maximum work through, and of the rules that start tasks. */
export interface Usage {
  readonly ofService: (service: Service) => Pick<LiveService, 'utilization' | 'queueAges'>;
  readonly rules: (cluster: Cluster) => Fact<readonly LiveRule[]>;
}

interface Subjects {
  readonly services: readonly Service[];
  readonly scaling: Promise<ScalingOf>;
  /** Names of rules by the ARN of their cluster. */
  readonly rules: Promise<ReadonlyMap<string, Fact<readonly string[]>>>;
}

export async function readUsage(context: Context, now: Date, { services, ...awaited }: Subjects): Promise<Usage> {
  const [{ scaling }, rules] = await Promise.all([awaited.scaling, awaited.rules]);
  const queues = new Map(services.map((service) => [service.serviceArn, behind(service, scaling(service))]));
  const queueNames = unique([...queues.values()].flatMap((some) => (some instanceof Unknown ? [] : some)));
  const ruleNames = unique(namesOf(rules));
  const points = await readMetrics(context, now, [
    ...services.flatMap((service, index) => Object.entries(METRICS).map(([id, metric]) => utilizationOf(`${id}${index}`, metric, service))),
    ...queueNames.map((name, index) => ageOf(`age${index}`, name)),
    ...ruleNames.flatMap((name, index) => [countOf(`failed${index}`, 'FailedInvocations', name), countOf(`dead${index}`, 'InvocationsSentToDlq', name)]),
  ]);
  const indexes = new Map(services.map(({ serviceArn }, index) => [serviceArn, index]));
  return {
    ofService: ({ serviceArn }) => {
      if (points instanceof Unknown) return { utilization: points, queueAges: points };
      const index = indexes.get(serviceArn);
      const own = queues.get(serviceArn)!;
      const ages = (name: string) => valuesSince(points.get(`age${queueNames.indexOf(name)}`), QUEUE_HOURS, now);
      return {
        utilization: { cpu: highest(points.get(`cpu${index}`)), memory: highest(points.get(`memory${index}`)) },
        queueAges: own instanceof Unknown ? own : new Map(own.map((name) => [name, ages(name)])),
      };
    },
    rules: ({ clusterArn }) => {
      const own = rules.get(clusterArn!)!;
      if (own instanceof Unknown || own.length === 0) return own as Unknown | [];
      if (points instanceof Unknown) return points;
      const sum = (id: string, name: string) => valuesSince(points.get(`${id}${ruleNames.indexOf(name)}`), RULE_HOURS, now).reduce((all, one) => all + one, 0);
      return own.map((name) => ({ name, failed: sum('failed', name), deadLetters: sum('dead', name) }));
    },
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

function countOf(Id: string, MetricName: string, rule: string): MetricDataQuery {
  const Dimensions = [{ Name: 'RuleName', Value: rule }];
  return { Id, MetricStat: { Metric: { Namespace: 'AWS/Events', MetricName, Dimensions }, Period: HOUR_SECONDS, Stat: 'Sum' } };
}

function highest(points: readonly Point[] = []): number | undefined {
  return points.length > 0 ? Math.max(...points.map(({ value }) => value)) : undefined;
}
