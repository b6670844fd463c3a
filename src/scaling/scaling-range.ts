/**
 * Suspended parts of scaling.
 */
export interface ScalingSuspension {
  /**
   * If true, no policy removes tasks.
   *
   * @default false
   */
  readonly scaleIn?: boolean;

  /**
   * If true, no policy adds tasks.
   *
   * @default false
   */
  readonly scaleOut?: boolean;

  /**
   * If true, no scheduled action changes the range.
   *
   * @default false
   */
  readonly schedules?: boolean;
}

/**
 * The range that a service scales in. All scaling parts of a service share one, and so does `service.autoScaleTaskCount()`.
 */
export interface ScalingRangeProps {
  /**
   * The fewest tasks.
   *
   * @default - the number that another scaling part of the service sets, else 2, with a QueueBacklogScaling 1
   */
  readonly minCapacity?: number;

  /**
   * The most tasks.
   *
   * @default - the number that another scaling part of the service sets, else 10
   */
  readonly maxCapacity?: number;

  /**
   * Suspended parts of scaling, during an incident or a migration.
   *
   * @default - what another scaling part of the service sets, else none
   * @see https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-suspend-resume-scaling.html
   */
  readonly suspended?: ScalingSuspension;
}
