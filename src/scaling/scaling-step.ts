/**
 * What happens to the number of tasks while the metric is within two values.
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
   * How many tasks are added, or with a minus taken away: a number of tasks, or percent with `changeInPercent`.
   */
  readonly change: number;
}
