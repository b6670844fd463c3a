import type * as scheduler from 'aws-cdk-lib/aws-scheduler';
import type { Duration, TimeZone } from 'aws-cdk-lib/core';
import type { JobOverlap } from './job-overlap';
import type { JobProps } from './job-props';

/**
 * Properties of a ScheduledJob.
 */
export interface ScheduledJobProps extends JobProps {
  /**
   * Schedule of the job: by a calendar, at a rate of one minute or longer, or once.
   *
   * Where clocks change for daylight saving, a time that a day does not have has no run, and a time that a day has twice has one run.
   *
   * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
   */
  readonly schedule: scheduler.ScheduleExpression;

  /**
   * The time zone of the schedule, which follows its daylight saving time.
   *
   * @default - the time zone of `schedule`, which is UTC unless it has another one
   */
  readonly timeZone?: TimeZone;

  /**
   * The time after the scheduled time within which the run starts at some moment, 1 to 1440 minutes.
   *
   * @default - the run starts at the scheduled time
   * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-flexible-time-windows.html
   */
  readonly flexibleWindow?: Duration;

  /**
   * Decides what happens while an earlier run is not over.
   *
   * @default JobOverlap.skip()
   */
  readonly overlap?: JobOverlap;

  /**
   * The time within which each success must be followed by the next one: an alarm fires if none comes. Up to one day in whole minutes,
   * up to 7 days in whole hours. The alarm is in alarm until the first success.
   *
   * @default - no alarm
   */
  readonly expectWithin?: Duration;

  /**
   * True if the schedule starts the job. A disabled job can be started by hand.
   *
   * @default true
   */
  readonly enabled?: boolean;
}
