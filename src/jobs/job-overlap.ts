/**
 * Decides what happens to a start of a job while an earlier run is not over.
 *
 * @example
 * new ScheduledJob(this, 'Poll', {
 *   task: migration,
 *   schedule: scheduler.ScheduleExpression.rate(Duration.minutes(5)),
 *   timeout: Duration.minutes(4),
 *   overlap: JobOverlap.allow(),
 * });
 */
export class JobOverlap {
  /**
   * Skips the start. A run holds a lock in a DynamoDB table of the stack while it works. EventBridge Scheduler sometimes delivers a
   * start twice: the second delivery for one scheduled time is skipped too.
   *
   * The lock of a run that was stopped from outside is taken over by the next start.
   */
  public static skip(): JobOverlap {
    return new JobOverlap(true);
  }

  /**
   * Runs beside the earlier one. There is no lock: a start that EventBridge Scheduler delivers twice runs twice.
   */
  public static allow(): JobOverlap {
    return new JobOverlap(false);
  }

  private constructor(
    /**
     * True if a start is skipped while an earlier run is not over.
     *
     * @internal
     */
    public readonly _skips: boolean,
  ) {}
}
