import { Unknown } from '../../../facts/fact';
import { fact } from '../call-failed';
import { CALLS } from '../calls';
import type { Context, ServiceReader } from '../context';
import { batchesOf } from '../describe';
import type { Service } from '../shapes';

const DAYS = 14;
const DAY_SECONDS = 86_400;
const METRICS = { cpu: 'CPUUtilization', memory: 'MemoryUtilization' } as const;

export interface Utilization {
  readonly cpu?: number;
  readonly memory?: number;
}

/** The highest utilization of each service in the last two weeks, in percent. */
export function readUtilization({ aws, say }: Context, now: Date): ServiceReader<Utilization> {
  return async (services) => {
    const highest = new Map<string, number>();
    const times = { StartTime: new Date(now.getTime() - DAYS * DAY_SECONDS * 1000), EndTime: now };
    const queries = services.flatMap((service, index) => Object.entries(METRICS).map(([id, metric]) => query(`${id}${index}`, metric, service)));
    const failed = await fact(async () => {
      say('two weeks of metrics');
      await Promise.all(batchesOf(queries, CALLS.getMetricData.batch).map(async (MetricDataQueries) => {
        for (let NextToken: string | undefined; ;) {
          const answer = await aws.send(CALLS.getMetricData, { ...times, MetricDataQueries, NextToken });
          for (const { Id = '', Values = [] } of answer.MetricDataResults ?? []) {
            if (Values.length > 0) highest.set(Id, Math.max(highest.get(Id) ?? 0, ...Values));
          }
          NextToken = answer.NextToken;
          if (NextToken === undefined) return;
        }
      }));
      return undefined;
    });
    const indexes = new Map(services.map(({ serviceArn }, index) => [serviceArn, index]));
    return ({ serviceArn }) => {
      const index = indexes.get(serviceArn);
      return failed instanceof Unknown ? failed : { cpu: highest.get(`cpu${index}`), memory: highest.get(`memory${index}`) };
    };
  };
}

function query(Id: string, MetricName: string, { clusterArn, serviceName }: Service) {
  const Dimensions = [{ Name: 'ClusterName', Value: clusterArn!.split('/').pop() }, { Name: 'ServiceName', Value: serviceName }];
  return { Id, MetricStat: { Metric: { Namespace: 'AWS/ECS', MetricName, Dimensions }, Period: DAY_SECONDS, Stat: 'Maximum' } };
}
