import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import { Duration, Names } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { TargetScalingProps } from './target-scaling-props';
import { TaskCountRange } from './task-count-range';
import { checkSeconds, checkWholeNumber } from '../checks/arguments';
import type { IEcsWorkload } from '../workload/ecs-workload';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html';
const MAX_INT = 2147483647;

/** The metric that a policy keeps at a value. */
export interface TrackedMetric {
  /** What Application Auto Scaling calls it; two policies of a service can't share one. */
  readonly predefinedMetricType: string;
  readonly targetValue: number;
  readonly resourceLabel?: string;
  /** What stands in for the predefined metric, where that would see a part only. */
  readonly inItsPlace?: appscaling.CfnScalingPolicy.TargetTrackingMetricDataQueryProperty[];
}

/** Throws for properties that can't be right. */
export function checkTargetScaling(at: string, metricType: string, props: TargetScalingProps & { readonly service: IEcsWorkload }): void {
  for (const cooldown of ['scaleInCooldown', 'scaleOutCooldown'] as const) {
    checkSeconds(at, cooldown, props[cooldown], { min: 0, max: MAX_INT, docs: DOCS });
  }
  for (const bound of ['minCapacity', 'maxCapacity'] as const) {
    checkWholeNumber(at, bound, props[bound], { min: 0, max: MAX_INT, unit: 'tasks', docs: DOCS });
  }
  TaskCountRange.check(at, props.service, metricType, props);
}

/** Adds a target tracking policy to the range that the service scales in. */
export function trackTarget(policy: Construct, workload: IEcsWorkload, metric: TrackedMetric, props: TargetScalingProps): void {
  const { scaleInCooldown = Duration.seconds(300), scaleOutCooldown = Duration.seconds(60) } = props;
  const range = TaskCountRange.of(workload);
  range.claim(policy, metric.predefinedMetricType, props);
  new appscaling.CfnScalingPolicy(policy, 'Policy', {
    policyName: Names.uniqueId(policy),
    policyType: 'TargetTrackingScaling',
    scalingTargetId: range.scalableTargetId,
    targetTrackingScalingPolicyConfiguration: {
      ...(metric.inItsPlace
        ? { customizedMetricSpecification: { metrics: metric.inItsPlace } }
        : { predefinedMetricSpecification: { predefinedMetricType: metric.predefinedMetricType, resourceLabel: metric.resourceLabel } }),
      targetValue: metric.targetValue,
      scaleInCooldown: scaleInCooldown.toSeconds(),
      scaleOutCooldown: scaleOutCooldown.toSeconds(),
      disableScaleIn: props.disableScaleIn,
    },
  });
}
