/**
 * Which parts of scaling stand still.
 */
export interface ScalingSuspension {
  /**
   * Whether no policy takes tasks away.
   *
   * @default false
   */
  readonly scaleIn?: boolean;

  /**
   * Whether no policy adds tasks.
   *
   * @default false
   */
  readonly scaleOut?: boolean;

  /**
   * Whether no scheduled action changes the range.
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
   * Which parts of scaling stand still, while an incident or a migration is under way.
   *
   * @default - what another scaling part of the service sets, else none
   * @see https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-suspend-resume-scaling.html
   */
  readonly suspended?: ScalingSuspension;
}
