import type { MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import type { Fact } from '../../../facts/fact';
import { fact } from '../call-failed';
import { CALLS } from '../calls';
import type { Context } from '../context';
import { batchesOf } from '../describe';

const DAYS = 14;
const DAY_MS = 86_400_000;

/** Values of metrics in the last two weeks by the id of their query, the oldest first. All queries share the calls. */
export async function readMetrics(
  { aws, say }: Context, now: Date, queries: readonly MetricDataQuery[],
): Promise<Fact<ReadonlyMap<string, readonly number[]>>> {
  const times = { StartTime: new Date(now.getTime() - DAYS * DAY_MS), EndTime: now, ScanBy: 'TimestampAscending' } as const;
  const values = new Map<string, readonly number[]>();
  return fact(async () => {
    say('two weeks of metrics');
    await Promise.all(batchesOf(queries, CALLS.getMetricData.batch).map(async (MetricDataQueries) => {
      for (let NextToken: string | undefined; ;) {
        const answer = await aws.send(CALLS.getMetricData, { ...times, MetricDataQueries, NextToken });
        for (const { Id = '', Values = [] } of answer.MetricDataResults ?? []) values.set(Id, [...values.get(Id) ?? [], ...Values]);
        NextToken = answer.NextToken;
        if (NextToken === undefined) return;
      }
    }));
    return values;
  });
}
