import type { MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import type { Fact } from '../../../facts/fact';
import { fact } from '../call-failed';
import { CALLS } from '../calls';
import type { Context } from '../context';
import { batchesOf } from '../describe';

const DAYS = 14;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Value of a metric in one period. */
export interface Point {
  /** Start of the period. */
  readonly at: Date;
  readonly value: number;
}

/** Points of metrics in the last two weeks by the id of their query, the oldest first. All queries share the calls. */
export async function readMetrics(
  { aws, say }: Context, now: Date, queries: readonly MetricDataQuery[],
): Promise<Fact<ReadonlyMap<string, readonly Point[]>>> {
  const times = { StartTime: new Date(now.getTime() - DAYS * DAY_MS), EndTime: now, ScanBy: 'TimestampAscending' } as const;
  const points = new Map<string, readonly Point[]>();
  return fact(async () => {
    say('two weeks of metrics');
    await Promise.all(batchesOf(queries, CALLS.getMetricData.batch).map(async (MetricDataQueries) => {
      for (let NextToken: string | undefined; ;) {
        const answer = await aws.send(CALLS.getMetricData, { ...times, MetricDataQueries, NextToken });
        for (const { Id = '', Values = [], Timestamps = [] } of answer.MetricDataResults ?? []) {
          points.set(Id, [...points.get(Id) ?? [], ...Values.map((value, index) => ({ at: Timestamps[index], value }))]);
        }
        NextToken = answer.NextToken;
        if (NextToken === undefined) return;
      }
    }));
    return points;
  });
}

/** Values of the last hours, the oldest first. */
export function valuesSince(points: readonly Point[] = [], hours: number, now: Date): readonly number[] {
  return points.filter(({ at }) => at.getTime() > now.getTime() - hours * HOUR_MS).map(({ value }) => value);
}
