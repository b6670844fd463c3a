import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Duration, Stack } from 'aws-cdk-lib/core';

type Query = cloudwatch.CfnAlarm.MetricDataQueryProperty;

/** CloudWatch has these periods below a minute; a metric of the CDK has no 20 seconds, and takes a token for a number. */
const SECONDS_OF_THE_CDK = [10, 30];
const MINUTE = Duration.minutes(1);

/** The metric in periods that the CDK accepts: those of the alarm, or a minute, which `setPeriod` replaces. */
export function inPeriods(metric: cloudwatch.IMetric, period: Duration): cloudwatch.IMetric {
  if (!(metric instanceof cloudwatch.Metric || metric instanceof cloudwatch.MathExpression)) return metric;
  return metric.with({ period: isOfTheCdk(period) ? period : MINUTE });
}

/** Writes a period into the template that the metrics of the CDK don't accept. */
export function setPeriod(alarm: cloudwatch.Alarm, period: Duration): void {
  if (isOfTheCdk(period)) return;
  const seconds = period.toSeconds();
  const cfn = alarm.node.defaultChild as cloudwatch.CfnAlarm;
  if (cfn.period !== undefined) cfn.period = seconds;
  const queries = Stack.of(alarm).resolve(cfn.metrics) as readonly Query[] | undefined;
  queries?.forEach(({ metricStat }, index) => {
    if (metricStat) cfn.addPropertyOverride(`Metrics.${index}.MetricStat.Period`, seconds);
  });
}

function isOfTheCdk(period: Duration): boolean {
  if (period.isUnresolved()) return false;
  const seconds = period.toSeconds();
  return SECONDS_OF_THE_CDK.includes(seconds) || seconds % 60 === 0;
}
