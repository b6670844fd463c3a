import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Token, type Stack } from 'aws-cdk-lib/core';
import { directionsOf, type Directions } from './scaling-steps';
import type { StepScalingProps } from './step-scaling';
import { TaskCountRange } from './task-count-range';
import { checkSeconds, checkWholeNumber, MAX_INT } from '../checks/arguments';
import { checkKind } from '../checks/check-kind';
import { refuse } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-stepscaling.html';
const HOUR = 3600;
const DAY = 86400;
const SHORT_PERIODS = [10, 20, 30];

/** Throws for properties that can't be right, and answers what the steps do. */
export function checkStepScaling(stack: Stack, at: string, props: StepScalingProps): Directions {
  checkKind(at, 'metric', props.metric, 'toMetricConfig', 'a cloudwatch.IMetric');
  checkMetric(stack, at, props.metric);
  for (const cooldown of ['scaleInCooldown', 'scaleOutCooldown'] as const) {
    checkSeconds(at, cooldown, props[cooldown], { min: 0, max: MAX_INT, docs: DOCS });
  }
  checkPeriods(at, props);
  checkWholeNumber(at, 'minAdjustmentMagnitude', props.minAdjustmentMagnitude, { min: 1, max: MAX_INT, unit: 'tasks', docs: DOCS });
  if (props.minAdjustmentMagnitude !== undefined && !props.changeInPercent) {
    refuse({
      headline: `minAdjustmentMagnitude (${props.minAdjustmentMagnitude}) is for changes in percent`,
      at,
      property: 'minAdjustmentMagnitude',
      fix: 'remove minAdjustmentMagnitude, or set changeInPercent to true',
      docs: DOCS,
    });
  }
  const directions = directionsOf(at, props.steps, props.disableScaleIn ?? false);
  TaskCountRange.check(at, props.service, props);
  return directions;
}

/** An alarm follows metrics of other accounts, and of its own region alone. */
function checkMetric({ region }: Stack, at: string, metric: cloudwatch.IMetric): void {
  const other = Token.isUnresolved(region) ? undefined : regionsOf(metric).find((one) => !Token.isUnresolved(one) && one !== region);
  if (other === undefined) return;
  refuse({
    headline: `metric is of the region ${other}, and ${at} is in ${region}`,
    at,
    property: 'metric',
    why: 'An alarm follows metrics of its own region, and the alarm is where the service is.',
    fix: `use a metric of ${region}`,
    docs: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
  });
}

/** Regions that a metric, or metric math with all that it uses, names. */
function regionsOf(metric: cloudwatch.IMetric): readonly string[] {
  const { metricStat, mathExpression } = metric.toMetricConfig();
  return [metricStat?.region ?? [], ...Object.values(mathExpression?.usingMetrics ?? {}).map(regionsOf)].flat();
}

/** An alarm has periods of some seconds or of whole minutes. It covers a day at most, or seven with periods of an hour or more. */
function checkPeriods(at: string, { period, scaleOutPeriods, scaleInPeriods }: StepScalingProps): void {
  if (period?.isUnresolved()) checkSeconds(at, 'period', period, { min: 10, max: 7 * DAY, docs: DOCS });
  const seconds = period === undefined || period.isUnresolved() ? 60 : period.toSeconds({ integral: false });
  if (!SHORT_PERIODS.includes(seconds) && (seconds % 60 !== 0 || seconds <= 0 || seconds > 7 * DAY)) {
    refuse({
      headline: `period is ${seconds} seconds, it must be 10, 20, 30 or a multiple of 60 seconds`,
      at,
      property: 'period',
      fix: 'set period to Duration.minutes(1) or one of these',
      docs: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
    });
  }
  const most = Math.floor((seconds < HOUR ? DAY : 7 * DAY) / seconds);
  checkWholeNumber(at, 'scaleOutPeriods', scaleOutPeriods, { min: 1, max: most, unit: 'periods', docs: DOCS });
  checkWholeNumber(at, 'scaleInPeriods', scaleInPeriods, { min: 1, max: most, unit: 'periods', docs: DOCS });
}
