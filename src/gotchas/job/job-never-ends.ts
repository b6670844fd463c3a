import { defineGotcha } from '../definition';

export const jobNeverEnds = defineGotcha({
  id: 'job-never-ends',
  title: 'A state machine waits for a task without a limit',
  consequence: 'misbehaves',
  symptom: 'An execution is `RUNNING` for days; its task hangs, and AWS bills it.',
  why: 'Step Functions waits for a task for up to a year, unless the state or the state machine has a timeout. A task that hangs is never stopped.',
  rule: 'A state with `ecs:runTask.sync` or `.waitForTaskToken` has `TimeoutSeconds` or `HeartbeatSeconds`, or its state machine has `TimeoutSeconds`.',
  fix: 'set TimeoutSeconds of the state to more than the longest run',
  docsUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#sfn-stuck-execution',
  levels: ['synth'],
  avoidedBy: '`ScheduledJob` and `EventJob` require a timeout. `asState` has one if `timeout` is set.',
  subject: 'taskLaunch',
  needs: ['waits', 'timeoutSeconds'],
  check: ({ waits, timeoutSeconds }) => !waits || timeoutSeconds !== undefined ? [] : [{
    property: 'TimeoutSeconds',
    detail: 'TimeoutSeconds (none) lets the state wait for its task for up to a year',
  }],
});
