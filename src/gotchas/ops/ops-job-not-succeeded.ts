import { defineLiveGotcha } from '../definition';

export const opsJobNotSucceeded = defineLiveGotcha({
  id: 'ops-job-not-succeeded',
  title: 'A job has not succeeded in time',
  consequence: 'misbehaves',
  symptom: 'The alarm of a `ScheduledJob` with `expectWithin` is in state ALARM.',
  why: 'No run counted a success in the time that `expectWithin` allows: runs fail, take too long, or do not start.',
  rule: 'Each job with `expectWithin` succeeded within that time.',
  fix: 'read the last executions of the state machine of the job; if there is none, read its dead-letter queue and its schedule',
  docsUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-view-execution-details.html',
  causalRank: 'none',
});
