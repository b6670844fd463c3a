import type * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { inPeriods, setPeriod } from './alarm-period';
import { checkStepScaling } from './check-step-scaling';
import type { ScalingRangeProps } from './scaling-range';
import type { ScalingStep } from './scaling-step';
import { adjustmentsOf, type Direction } from './scaling-steps';
import { addStepPolicy } from './step-policy';
import { TaskCountRange } from './task-count-range';
import { readScalingProps } from '../checks/check-workload';
import { pathOf } from '../checks/path-of';
import { checkPlaces } from '../checks/same-place';
import type { IScalableService } from '../workload/scalable-service';

/**
 * Properties of a StepScaling.
 */
export interface StepScalingProps extends ScalingRangeProps {
  /**
   * The service to scale.
   */
  readonly service: IScalableService;

  /**
   * The metric or metric math that the steps are values of. It is measured in periods of `period`, whatever its own period.
   */
  readonly metric: cloudwatch.IMetric;

  /**
   * Changes by the value of the metric. Steps follow each other without gaps; between those that remove tasks and those that add
   * some, there may be values at which nothing changes. At most 20 in each direction.
   */
  readonly steps: ScalingStep[];

  /**
   * If true, no step removes tasks, because another part does.
   *
   * @default false
   */
  readonly disableScaleIn?: boolean;

  /**
   * If true, the changes are percent of the running tasks.
   *
   * @default false - they are numbers of tasks
   */
  readonly changeInPercent?: boolean;

  /**
   * The fewest tasks that a change in percent adds or takes away. It must be at least 1, and is for `changeInPercent` only.
   *
   * @default - what the percentage is, of few tasks 1
   */
  readonly minAdjustmentMagnitude?: number;

  /**
   * The time that each value of the metric is for: 10, 20 or 30 seconds, or whole minutes.
   *
   * @default Duration.minutes(1)
   */
  readonly period?: Duration;

  /**
   * Number of periods in a row above the threshold after which tasks are added.
   *
   * @default 3
   */
  readonly scaleOutPeriods?: number;

  /**
   * Number of periods in a row below the threshold after which tasks are removed.
   *
   * @default 15
   */
  readonly scaleInPeriods?: number;

  /**
   * Time after a scale-out in which more tasks are only added up to a higher step.
   *
   * @default Duration.seconds(60)
   */
  readonly scaleOutCooldown?: Duration;

  /**
   * Time after a scale-in in which no more tasks are removed.
   *
   * @default Duration.seconds(300)
   */
  readonly scaleInCooldown?: Duration;
}

/**
 * Adds and removes tasks in steps, by the distance of a metric from a threshold.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-stepscaling.html
 *
 * @example
 * new StepScaling(this, 'Steps', {
 *   service: worker,
 *   metric: queue.metricApproximateNumberOfMessagesVisible(),
 *   steps: [{ upper: 20, change: -1 }, { lower: 100, upper: 500, change: 1 }, { lower: 500, change: 4 }],
 * });
 */
export class StepScaling extends Construct {
  /**
   * The alarm that adds tasks.
   */
  public readonly alarm: cloudwatch.Alarm;

  /**
   * The policy that adds tasks.
   */
  public readonly policy: appscaling.CfnScalingPolicy;

  /**
   * The alarm that removes tasks, if any step does.
   */
  public readonly scaleInAlarm?: cloudwatch.Alarm;

  /**
   * The policy that removes tasks, if any step does.
   */
  public readonly scaleInPolicy?: appscaling.CfnScalingPolicy;

  /**
   * The scalable target of the service, which all its scaling parts share.
   */
  public readonly scalableTarget: appscaling.CfnScalableTarget;

  /**
   * Defines a StepScaling.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: StepScalingProps) {
    props = readScalingProps(pathOf(scope, id), props, ['metric', 'steps']);
    checkPlaces(scope, id, { service: props.service });
    const directions = checkStepScaling(Stack.of(scope), pathOf(scope, id), props);
    super(scope, id);
    const range = TaskCountRange.of(props.service);
    range.claim(this.node.path, props);
    this.scalableTarget = range.scalableTarget;
    this.alarm = this.alarmAt('Alarm', props, directions.out, props.scaleOutPeriods ?? 3);
    this.policy = this.policyOf('Policy', props, directions.out, this.alarm);
    if (!directions.in) return;
    this.scaleInAlarm = this.alarmAt('ScaleInAlarm', props, directions.in, props.scaleInPeriods ?? 15);
    this.scaleInPolicy = this.policyOf('ScaleInPolicy', props, directions.in, this.scaleInAlarm);
  }

  private alarmAt(id: string, props: StepScalingProps, { threshold, steps }: Direction, periods: number): cloudwatch.Alarm {
    const { GREATER_THAN_OR_EQUAL_TO_THRESHOLD, LESS_THAN_OR_EQUAL_TO_THRESHOLD } = cloudwatch.ComparisonOperator;
    const { period = Duration.minutes(1) } = props;
    const alarm = new cloudwatch.Alarm(this, id, {
      metric: inPeriods(props.metric, period),
      threshold,
      comparisonOperator: steps[0].change > 0 ? GREATER_THAN_OR_EQUAL_TO_THRESHOLD : LESS_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: periods,
    });
    setPeriod(alarm, period);
    return alarm;
  }

  private policyOf(id: string, props: StepScalingProps, direction: Direction, alarm: cloudwatch.Alarm): appscaling.CfnScalingPolicy {
    const { scaleOutCooldown = Duration.seconds(60), scaleInCooldown = Duration.seconds(300) } = props;
    return addStepPolicy(this, id, alarm, {
      scalableTarget: this.scalableTarget,
      stepAdjustments: adjustmentsOf(direction),
      cooldownSeconds: (direction.steps[0].change > 0 ? scaleOutCooldown : scaleInCooldown).toSeconds(),
      adjustmentType: props.changeInPercent ? 'PercentChangeInCapacity' : 'ChangeInCapacity',
      minAdjustmentMagnitude: props.minAdjustmentMagnitude,
      metricAggregationType: aggregationOf(props.metric),
    });
  }
}

function aggregationOf(metric: cloudwatch.IMetric): 'Average' | 'Minimum' | 'Maximum' {
  const statistic = metric.toMetricConfig().metricStat?.statistic;
  return statistic === 'Minimum' || statistic === 'Maximum' ? statistic : 'Average';
}
