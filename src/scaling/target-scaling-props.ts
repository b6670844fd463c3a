import type { Duration } from 'aws-cdk-lib/core';
import type { ScalingRangeProps } from './scaling-range';

/**
 * The properties of every scaling policy that keeps a metric at a target.
 */
export interface TargetScalingProps extends ScalingRangeProps {
  /**
   * How long after a scale-in the next one waits.
   *
   * @default Duration.seconds(300)
   */
  readonly scaleInCooldown?: Duration;

  /**
   * How long after a scale-out the next one waits.
   *
   * @default Duration.seconds(60)
   */
  readonly scaleOutCooldown?: Duration;

  /**
   * Whether this policy only ever adds tasks.
   *
   * @default false
   */
  readonly disableScaleIn?: boolean;
}
