import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import { Duration, Names } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { TargetScalingProps } from './target-scaling-props';
import { TaskCountRange } from './task-count-range';
import { checkSeconds, MAX_INT } from '../checks/arguments';
import type { IScalableService } from '../workload/scalable-service';

export const TRACKING_DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html';

type Configuration = appscaling.CfnScalingPolicy.TargetTrackingScalingPolicyConfigurationProperty;

/** The metric that a policy keeps at a value. */
export interface TrackedMetric extends Pick<Configuration, 'predefinedMetricSpecification' | 'customizedMetricSpecification' | 'targetValue'> {
  /** One predefined metric of a service has one policy. */
  readonly name?: string;
}

/** Resource of a policy, and the range that it changes. */
export interface Scaled {
  readonly policy: appscaling.CfnScalingPolicy;
  readonly scalableTarget: appscaling.CfnScalableTarget;
}

/** Throws for properties that can't be right. */
export function checkTargetScaling(at: string, metric: string | undefined, props: TargetScalingProps & { readonly service: IScalableService }): void {
  for (const cooldown of ['scaleInCooldown', 'scaleOutCooldown'] as const) {
    checkSeconds(at, cooldown, props[cooldown], { min: 0, max: MAX_INT, docs: TRACKING_DOCS });
  }
  TaskCountRange.check(at, props.service, props, metric);
}

/** Adds a target tracking policy to the range that the service scales in. */
export function trackTarget(part: Construct, service: IScalableService, { name, ...metric }: TrackedMetric, props: TargetScalingProps): Scaled {
  const { scaleInCooldown = Duration.seconds(300), scaleOutCooldown = Duration.seconds(60) } = props;
  const range = TaskCountRange.of(service);
  range.claim(part.node.path, props);
  if (name !== undefined) range.claimMetric(part, name);
  const policy = new appscaling.CfnScalingPolicy(part, 'Policy', {
    policyName: Names.uniqueId(part),
    policyType: 'TargetTrackingScaling',
    scalingTargetId: range.scalableTarget.ref,
    targetTrackingScalingPolicyConfiguration: {
      ...metric,
      scaleInCooldown: scaleInCooldown.toSeconds(),
      scaleOutCooldown: scaleOutCooldown.toSeconds(),
      disableScaleIn: props.disableScaleIn,
    },
  });
  return { policy, scalableTarget: range.scalableTarget };
}
