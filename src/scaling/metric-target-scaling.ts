import type * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Stack, Token } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { queriesOf } from './metric-queries';
import type { TargetScalingProps } from './target-scaling-props';
import { checkTargetScaling, TRACKING_DOCS, trackTarget } from './target-tracking';
import { readScalingProps } from '../checks/check-workload';
import { pathOf } from '../checks/path-of';
import { checkPlaces } from '../checks/same-place';
import { refuse } from '../gotchas/enforce';
import type { IScalableService } from '../workload/scalable-service';

/**
 * Properties of a MetricTargetScaling.
 */
export interface MetricTargetScalingProps extends TargetScalingProps {
  /**
   * The service to scale.
   */
  readonly service: IScalableService;

  /**
   * The metric or metric math to keep at the target: it must halve when the number of tasks doubles, as connections per task do.
   *
   * It is measured every minute, whatever its own period. A metric without data points while there is no load never scales in.
   */
  readonly metricPerTask: cloudwatch.IMetric;

  /**
   * The value that each task has, in the unit of the metric. It must be above 0.
   */
  readonly targetValue: number;
}

/**
 * Runs as many tasks as keep a metric of your own at a target.
 *
 * Several policies on one service share one range: it scales out when any of them wants, in when all of them do.
 *
 * @see https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html
 *
 * @example
 * const connections = new cloudwatch.Metric({ namespace: 'Shop', metricName: 'ConnectionsPerTask' });
 * new MetricTargetScaling(this, 'Connections', { service: web, metricPerTask: connections, targetValue: 200 });
 */
export class MetricTargetScaling extends Construct {
  /**
   * The target tracking policy.
   */
  public readonly policy: appscaling.CfnScalingPolicy;

  /**
   * The scalable target of the service, which all its scaling parts share.
   */
  public readonly scalableTarget: appscaling.CfnScalableTarget;

  /**
   * Defines a MetricTargetScaling.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: MetricTargetScalingProps) {
    const at = pathOf(scope, id);
    props = readScalingProps(at, props, ['metricPerTask', 'targetValue']);
    checkPlaces(scope, id, { service: props.service });
    checkTargetScaling(at, undefined, props);
    checkTarget(at, props.targetValue);
    const queries = queriesOf(Stack.of(scope), at, 'metricPerTask', props.metricPerTask);
    super(scope, id);
    const { policy, scalableTarget } = trackTarget(this, props.service, {
      customizedMetricSpecification: { metrics: [...queries] },
      targetValue: props.targetValue,
    }, props);
    this.policy = policy;
    this.scalableTarget = scalableTarget;
  }
}

function checkTarget(at: string, value: number): void {
  if (Token.isUnresolved(value) || (Number.isFinite(value) && value > 0)) return;
  refuse({
    headline: `targetValue is ${value}, it must be a number above 0`,
    at,
    property: 'targetValue',
    fix: 'set targetValue to what one task is good for',
    docs: TRACKING_DOCS,
  });
}
