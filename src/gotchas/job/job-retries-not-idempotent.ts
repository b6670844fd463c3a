import { defineGotcha } from '../definition';

export const jobRetriesNotIdempotent = defineGotcha({
  id: 'job-retries-not-idempotent',
  title: 'A state machine repeats a task that failed',
  consequence: 'worth-knowing',
  symptom: 'Work is done twice: a mail is sent again, an amount is booked again.',
  why: 'A task that failed or was stopped may have done a part of its work. A retrier on `States.TaskFailed`, `States.Timeout` or `States.ALL` runs all of it again.',
  rule: 'A retrier for failed work is right only if the task may run twice. Failures to place a task have errors of their own, such as `ECS.AmazonECSException`, and are safe to retry.',
  fix: 'make the task idempotent, or retry only errors of placement',
  docsUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  levels: ['synth'],
  subject: 'taskLaunch',
  needs: ['workRetries'],
  check: ({ workRetries }) => workRetries === 0 ? [] : [{
    property: 'Retry',
    detail: `Retry (${workRetries} times) runs failed work again`,
  }],
});
