import type * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Stack } from 'aws-cdk-lib/core';
import { isOpen } from '../checks/open-value';
import { refuse } from '../gotchas/enforce';

type Query = appscaling.CfnScalingPolicy.TargetTrackingMetricDataQueryProperty;

const DOCS = 'https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html';

/** A metric, or metric math with all that it uses, the way target tracking writes them. The last one is what is tracked. */
export function queriesOf(stack: Stack, at: string, property: string, metric: cloudwatch.IMetric): readonly Query[] {
  const found = new Map<string, Query>();
  collect({ stack, at, property }, metric, freeId(metric), found);
  const queries = [...found.values()];
  const metrics = queries.filter(({ metricStat }) => metricStat).length;
  if (metrics > MOST_METRICS) refuse({ headline: `${property} has ${metrics} metrics, metric math takes ${MOST_METRICS}`, at, property, fix: 'use fewer metrics in the expression', docs: DOCS });
  return queries.map((query, index) => ({ ...query, returnData: index === queries.length - 1 }));
}

/** An id for the whole, which no metric below it has. */
function freeId(metric: cloudwatch.IMetric): string {
  const taken = idsBelow(metric);
  let id = 'tracked';
  while (taken.includes(id)) id += '_';
  return id;
}

function idsBelow(metric: cloudwatch.IMetric): readonly string[] {
  const used = Object.entries(metric.toMetricConfig().mathExpression?.usingMetrics ?? {});
  return used.flatMap(([id, below]) => [id, ...idsBelow(below)]);
}

const MOST_METRICS = 10;

interface Place {
  readonly stack: Stack;
  readonly at: string;
  readonly property: string;
}

function collect(place: Place, metric: cloudwatch.IMetric, id: string, found: Map<string, Query>): void {
  const { metricStat, mathExpression } = metric.toMetricConfig();
  for (const [name, used] of Object.entries(mathExpression?.usingMetrics ?? {})) collect(place, used, name, found);
  if (/\bSEARCH\s*\(/i.test(mathExpression?.expression ?? '')) refuseSearch(place);
  const query = metricStat ? { id, metricStat: statOf(place, metricStat) } : { id, expression: mathExpression?.expression };
  // The CDK refuses one id for two metrics.
  found.set(id, query);
}

function refuseSearch({ at, property }: Place): never {
  return refuse({
    headline: `${property} searches for metrics, and no alarm follows a SEARCH`,
    at,
    property,
    fix: 'name the metrics in usingMetrics of the expression',
    docs: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-search-expressions.html',
  });
}

const STATISTICS_DOCS = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html';
/** Simple statistics, percentiles and trimmed ones, and those over a range. */
const STATISTIC = /^(Average|Minimum|Maximum|SampleCount|Sum|IQM|(p|tm|wm|tc|ts)(100|\d{1,2}(\.\d{1,10})?)|(TM|WM|TC|TS|PR)\([\d.%]*:[\d.%]*\))$/;

function checkStatistic(at: string, property: string, statistic: string): void {
  if (isOpen(statistic) || STATISTIC.test(statistic)) return;
  refuse({
    headline: `${property} has the statistic '${statistic}', which CloudWatch does not have`,
    at,
    property,
    fix: "use a statistic such as cloudwatch.Stats.AVERAGE, or a percentile: 'p99'",
    docs: STATISTICS_DOCS,
  });
}

function statOf({ stack, at, property }: Place, stat: cloudwatch.MetricStatConfig): Query['metricStat'] {
  // Metrics of constructs are of the account and the region of their stack.
  if ((stat.account ?? stack.account) !== stack.account || (stat.region ?? stack.region) !== stack.region) {
    refuse({
      headline: `${property} (${stat.metricName}) is of another account or region`,
      at,
      property,
      why: 'Target tracking has no place for the account or the region of a metric: it would follow a metric of this one.',
      fix: 'use a metric of the account and the region of the service',
      docs: DOCS,
    });
  }
  const { namespace, metricName, dimensions = [], statistic, unitFilter } = stat;
  checkStatistic(at, property, statistic);
  return {
    metric: { namespace, metricName, dimensions: dimensions.map(({ name, value }) => ({ name, value: value as string })) },
    stat: statistic,
    unit: unitFilter,
  };
}
