import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Names, type IResolvable } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

type Adjustments = IResolvable | appscaling.CfnScalingPolicy.StepAdjustmentProperty[];

/** Change of the count by a step policy. */
export interface StepPolicySettings {
  readonly scalableTarget: appscaling.CfnScalableTarget;
  readonly stepAdjustments: Adjustments;
  readonly cooldownSeconds: number;
  readonly adjustmentType?: 'ChangeInCapacity' | 'PercentChangeInCapacity';
  readonly minAdjustmentMagnitude?: number;
  readonly metricAggregationType?: 'Average' | 'Minimum' | 'Maximum';
}

/** A step policy that an alarm runs. */
export function addStepPolicy(part: Construct, id: string, alarm: cloudwatch.Alarm, settings: StepPolicySettings): appscaling.CfnScalingPolicy {
  const policy = new appscaling.CfnScalingPolicy(part, id, {
    policyName: Names.uniqueId(part) + id,
    policyType: 'StepScaling',
    scalingTargetId: settings.scalableTarget.ref,
    stepScalingPolicyConfiguration: {
      adjustmentType: settings.adjustmentType ?? 'ChangeInCapacity',
      cooldown: settings.cooldownSeconds,
      metricAggregationType: settings.metricAggregationType ?? 'Average',
      minAdjustmentMagnitude: settings.minAdjustmentMagnitude,
      stepAdjustments: settings.stepAdjustments,
    },
  });
  alarm.addAlarmAction({ bind: () => ({ alarmActionArn: policy.ref }) });
  return policy;
}
