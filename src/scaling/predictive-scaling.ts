import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import { Names, Stack, type Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { MaxCapacityBreach } from './max-capacity-breach';
import type { PredictiveMetric } from './predictive-metric';
import type { ScalingRangeProps } from './scaling-range';
import { TaskCountRange } from './task-count-range';
import { checkKind } from '../checks/check-kind';
import { readScalingProps } from '../checks/check-workload';
import { checkSeconds } from '../checks/arguments';
import { pathOf } from '../checks/path-of';
import { checkPlaces } from '../checks/same-place';
import { render } from '../gotchas/message';
import { sclPredictiveAlone } from '../gotchas/scl/scl-predictive-alone';
import type { IScalableService } from '../workload/scalable-service';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/predictive-auto-scaling.html';

/**
 * Use of the forecast.
 */
export enum PredictiveMode {
  /** Shows the forecast, without a change of the service. */
  FORECAST_ONLY = 'ForecastOnly',

  /** Adds tasks before the load. */
  FORECAST_AND_SCALE = 'ForecastAndScale',
}

/**
 * Properties of a PredictiveScaling.
 */
export interface PredictiveScalingProps extends ScalingRangeProps {
  /**
   * The service to scale.
   */
  readonly service: IScalableService;

  /**
   * The load to forecast, and how much of it each task has.
   */
  readonly metric: PredictiveMetric;

  /**
   * Use of the forecast. The first one needs 24 hours of data, and a good one two weeks.
   *
   * @default PredictiveMode.FORECAST_ONLY
   */
  readonly mode?: PredictiveMode;

  /**
   * Time by which the tasks are started before the load, at most an hour.
   *
   * @default Duration.minutes(5)
   */
  readonly schedulingBuffer?: Duration;

  /**
   * Behaviour where the forecast needs more tasks than `maxCapacity`.
   *
   * @default MaxCapacityBreach.honor()
   */
  readonly maxCapacityBreach?: MaxCapacityBreach;
}

/**
 * Adds tasks before a load that comes every day or every week. It never takes tasks away: that is for another scaling part.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/predictive-auto-scaling.html
 *
 * @example
 * new PredictiveScaling(this, 'Forecast', { service: web, metric: PredictiveMetric.cpu(60) });
 */
export class PredictiveScaling extends Construct {
  /**
   * The predictive scaling policy.
   */
  public readonly policy: appscaling.CfnScalingPolicy;

  /**
   * The scalable target of the service, which all its scaling parts share.
   */
  public readonly scalableTarget: appscaling.CfnScalableTarget;

  /**
   * Defines a PredictiveScaling.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: PredictiveScalingProps) {
    const at = pathOf(scope, id);
    props = readScalingProps(at, props, ['metric']);
    checkPlaces(scope, id, { service: props.service });
    checkKind(at, 'metric', props.metric, '_bind', 'a PredictiveMetric: PredictiveMetric.cpu(60)');
    checkSeconds(at, 'schedulingBuffer', props.schedulingBuffer, { min: 0, max: 3600, docs: DOCS });
    TaskCountRange.check(at, props.service, props);
    const specification = props.metric._bind(at, props.service);
    super(scope, id);
    const range = TaskCountRange.of(props.service);
    range.claim(this.node.path, props);
    this.scalableTarget = range.scalableTarget;
    this.policy = new appscaling.CfnScalingPolicy(this, 'Policy', {
      policyName: Names.uniqueId(this),
      policyType: 'PredictiveScaling',
      scalingTargetId: range.scalableTarget.ref,
      predictiveScalingPolicyConfiguration: {
        mode: props.mode ?? PredictiveMode.FORECAST_ONLY,
        metricSpecifications: [specification],
        schedulingBufferTime: props.schedulingBuffer?.toSeconds() ?? 300,
        ...props.maxCapacityBreach?._configuration ?? { maxCapacityBreachBehavior: 'HonorMaxCapacity' },
      },
    });
    if (props.mode === PredictiveMode.FORECAST_AND_SCALE) this.node.addValidation({ validate: () => this.faults() });
  }

  /** Other parts may come later, and policies of the L2 too. */
  private faults(): string[] {
    const hasOther = this.node.root.node.findAll().some((node) =>
      appscaling.CfnScalingPolicy.isCfnScalingPolicy(node) && node.policyType !== 'PredictiveScaling' && this.isOfSameTarget(node));
    if (hasOther) return [];
    return [render({
      headline: 'mode (FORECAST_AND_SCALE) only adds tasks, and no other policy removes them',
      gotcha: sclPredictiveAlone,
      at: this.node.path,
      property: 'mode',
      fix: 'add CpuTargetScaling or another scaling part to the service, or leave out mode',
    })];
  }

  private isOfSameTarget({ scalingTargetId }: appscaling.CfnScalingPolicy): boolean {
    const { scalableTarget } = this;
    const stack = Stack.of(scalableTarget);
    return JSON.stringify(stack.resolve(scalingTargetId)) === JSON.stringify(stack.resolve(scalableTarget.ref));
  }
}
