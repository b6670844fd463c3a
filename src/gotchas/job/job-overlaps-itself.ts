import { defineGotcha } from '../definition';

export const jobOverlapsItself = defineGotcha({
  id: 'job-overlaps-itself',
  title: 'A job may take longer than the time between two of its runs',
  consequence: 'misbehaves',
  symptom: 'Two tasks of one job run at once and change the same data.',
  why: 'A schedule starts an execution at each of its times, whether or not the last one is over.',
  rule: 'The timeout of a scheduled task is at most the time between two runs, unless the state machine keeps runs apart with a lock.',
  fix: 'set a shorter timeout or a longer interval, or let each run take a lock',
  docsUrl: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html',
  levels: ['synth'],
  avoidedBy: '`ScheduledJob` skips a start while an earlier run is not over, unless `JobOverlap.allow()` is set.',
  subject: 'taskLaunch',
  needs: ['secondsBetweenRuns', 'timeoutSeconds', 'waits', 'mayBeGuarded'],
  check: ({ secondsBetweenRuns, timeoutSeconds, waits, mayBeGuarded }) => {
    if (!waits || mayBeGuarded || secondsBetweenRuns === undefined || timeoutSeconds === undefined || timeoutSeconds <= secondsBetweenRuns) return [];
    return [{
      property: 'TimeoutSeconds',
      detail: `TimeoutSeconds (${timeoutSeconds}) is longer than the ${secondsBetweenRuns} seconds between two runs, and no lock keeps them apart`,
    }];
  },
});
