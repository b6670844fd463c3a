/**
 * Change of the number of tasks while the metric is within two values.
 */
export interface ScalingStep {
  /**
   * From which value of the metric on the step holds.
   *
   * @default - it has no lower end
   */
  readonly lower?: number;

  /**
   * Up to which value of the metric the step holds.
   *
   * @default - it has no upper end
   */
  readonly upper?: number;

  /**
   * Number of tasks to add, or with a minus to remove: tasks, or percent with `changeInPercent`.
   */
  readonly change: number;
}
