import type { Duration } from 'aws-cdk-lib/core';
import type { ScalingRangeProps } from './scaling-range';

/**
 * The properties of every scaling policy that keeps a metric at a target.
 */
export interface TargetScalingProps extends ScalingRangeProps {
  /**
   * Time between two scale-ins.
   *
   * @default Duration.seconds(300)
   */
  readonly scaleInCooldown?: Duration;

  /**
   * Time between two scale-outs.
   *
   * @default Duration.seconds(60)
   */
  readonly scaleOutCooldown?: Duration;

  /**
   * If true, this policy never removes tasks.
   *
   * @default false
   */
  readonly disableScaleIn?: boolean;
}
