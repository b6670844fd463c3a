import type { ScalingActivity } from './scalable-target';

/** The service at one second. */
export interface Sample {
  readonly second: number;
  readonly desired: number;
  /** All tasks, those that start and those that stop included. */
  readonly tasks: number;
  readonly running: number;
  readonly busy: number;
  /** Messages that wait, or the requests of this second that no task had time for. */
  readonly backlog: number;
}

/** Result of a simulation. */
export interface Picture {
  readonly samples: readonly Sample[];
  readonly activities: readonly ScalingActivity[];
  readonly taskHours: number;
  readonly maxBacklog: number;
  /** Messages whose task was killed while it worked on them. */
  readonly interrupted: number;
  /** Second from which nothing waits and no task works until the end; `undefined`: not in this time. */
  readonly idleFrom?: number;
}

export function picture(samples: readonly Sample[], activities: readonly ScalingActivity[], interrupted: number): Picture {
  const lastBusy = samples.reduce((last, { busy, backlog }, index) => (busy > 0 || backlog > 0 ? index : last), -1);
  return {
    samples,
    activities,
    taskHours: samples.reduce((sum, { tasks }) => sum + tasks, 0) / 3600,
    maxBacklog: samples.reduce((most, { backlog }) => Math.max(most, backlog), 0),
    interrupted,
    idleFrom: lastBusy === samples.length - 1 ? undefined : lastBusy + 1,
  };
}
