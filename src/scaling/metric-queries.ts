import type * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Stack } from 'aws-cdk-lib/core';
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
  const query = metricStat ? { id, metricStat: statOf(place, metricStat) } : { id, expression: mathExpression?.expression };
  // The CDK refuses one id for two metrics.
  found.set(id, query);
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
  return {
    metric: { namespace, metricName, dimensions: dimensions.map(({ name, value }) => ({ name, value: value as string })) },
    stat: statistic,
    unit: unitFilter,
  };
}
