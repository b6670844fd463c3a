import type { Duration } from 'aws-cdk-lib/core';

/**
 * What every scaling policy that keeps a metric at a target can be given.
 */
export interface TargetScalingProps {
  /**
   * The fewest tasks.
   *
   * @default - what another policy of the service says, else 2
   */
  readonly minCapacity?: number;

  /**
   * The most tasks.
   *
   * @default - what another policy of the service says, else 10
   */
  readonly maxCapacity?: number;

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
