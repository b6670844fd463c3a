import type { MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import { readMetrics, valuesSince, type Point } from './metrics';
import { namesOf } from './rules';
import type { ScalingOf } from './scaling';
import type { ReadSchedules } from './schedules';
import { Unknown, type Fact } from '../../../facts/fact';
import type { LiveRule, LiveScaling, LiveScheduleGroup, LiveService } from '../account';
import { unique, type Context } from '../context';
import { groupBy } from '../lists';
import { queuesOf } from '../queues-of';
import { isAtMax } from '../service-state';
import type { Cluster, Service } from '../shapes';

const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3600;
const DAY_HOURS = 24;
const QUEUE_HOURS = 6;
const METRICS = { cpu: 'CPUUtilization', memory: 'MemoryUtilization' } as const;
/** @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/monitoring-cloudwatch.html */
const SCHEDULE_METRICS = { errors: 'TargetErrorCount', dropped: 'InvocationDroppedCount', unstarted: 'InvocationsSentToDeadLetterCount' } as const;

/** Metrics of services, of the queues that those at their maximum work through, and of the rules and schedules that start tasks. */
export interface Usage {
  readonly ofService: (service: Service) => Pick<LiveService, 'utilization' | 'queueAges'>;
  readonly rules: (cluster: Cluster) => Fact<readonly LiveRule[]>;
  readonly scheduleGroups: (cluster: Cluster) => Fact<readonly LiveScheduleGroup[]>;
}

interface Subjects {
  readonly services: readonly Service[];
  readonly scaling: Promise<ScalingOf>;
  /** Names of rules by the ARN of their cluster. */
  readonly rules: Promise<ReadonlyMap<string, Fact<readonly string[]>>>;
  readonly schedules: Promise<Fact<ReadSchedules>>;
}

export async function readUsage(context: Context, now: Date, { services, ...awaited }: Subjects): Promise<Usage> {
  const [{ scaling }, rules, schedules] = await Promise.all([awaited.scaling, awaited.rules, awaited.schedules]);
  const queues = new Map(services.map((service) => [service.serviceArn, behind(service, scaling(service))]));
  const queueNames = unique([...queues.values()].flatMap((some) => (some instanceof Unknown ? [] : some)));
  const ruleNames = unique(namesOf(rules));
  const groupNames = schedules instanceof Unknown ? [] : unique((schedules as ReadSchedules).ofTasks.map(({ group }) => group));
  const points = await readMetrics(context, now, [
    ...services.flatMap((service, index) => Object.entries(METRICS).map(([id, metric]) => utilizationOf(`${id}${index}`, metric, service))),
    ...queueNames.map((name, index) => ageOf(`age${index}`, name)),
    ...ruleNames.flatMap((name, index) => [countOf(`failed${index}`, 'FailedInvocations', rule(name)), countOf(`dead${index}`, 'InvocationsSentToDlq', rule(name))]),
    ...groupNames.flatMap((name, index) => Object.entries(SCHEDULE_METRICS).map(([id, metric]) => countOf(`${id}${index}`, metric, scheduleGroup(name)))),
  ]);
  const sum = (all: ReadonlyMap<string, readonly Point[]>, id: string) =>
    valuesSince(all.get(id), DAY_HOURS, now).reduce((total, one) => total + one, 0);
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
      return own.map((name) => {
        const index = ruleNames.indexOf(name);
        return { name, failed: sum(points, `failed${index}`), deadLetters: sum(points, `dead${index}`) };
      });
    },
    scheduleGroups: ({ clusterArn }) => {
      if (schedules instanceof Unknown) return schedules;
      const { ofTasks, countIn } = schedules as ReadSchedules;
      const groups = [...groupBy(ofTasks.filter((schedule) => schedule.clusterArn === clusterArn), ({ group }) => group)];
      if (points instanceof Unknown && groups.length > 0) return points;
      return groups.map(([name, own]) => {
        const count = (id: keyof typeof SCHEDULE_METRICS) => sum(points as ReadonlyMap<string, readonly Point[]>, `${id}${groupNames.indexOf(name)}`);
        return {
          name,
          schedules: own.map((schedule) => schedule.name),
          others: countIn(name) - own.length,
          failed: count('errors'),
          dropped: count('dropped'),
          deadLetters: count('unstarted'),
        };
      });
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

/** Namespace and dimension of the metrics of something. */
interface Measured {
  readonly Namespace: string;
  readonly Dimensions: { readonly Name: string; readonly Value: string }[];
}

function rule(Value: string): Measured {
  return { Namespace: 'AWS/Events', Dimensions: [{ Name: 'RuleName', Value }] };
}

function scheduleGroup(Value: string): Measured {
  return { Namespace: 'AWS/Scheduler', Dimensions: [{ Name: 'ScheduleGroup', Value }] };
}

function countOf(Id: string, MetricName: string, measured: Measured): MetricDataQuery {
  return { Id, MetricStat: { Metric: { ...measured, MetricName }, Period: HOUR_SECONDS, Stat: 'Sum' } };
}

function highest(points: readonly Point[] = []): number | undefined {
  return points.length > 0 ? Math.max(...points.map(({ value }) => value)) : undefined;
}
