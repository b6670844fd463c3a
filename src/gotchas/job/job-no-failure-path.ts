import { defineGotcha } from '../definition';

export const jobNoFailurePath = defineGotcha({
  id: 'job-no-failure-path',
  title: 'A rule or schedule runs a task, and starts that fail are lost',
  consequence: 'misbehaves',
  symptom: 'A nightly job did not run, and nothing shows why: only `FailedInvocations` or `InvocationDroppedCount` counts.',
  why: 'EventBridge tries again for 24 hours while ECS has no room or refuses the task. Then it drops the event, unless the target has a dead-letter queue.',
  rule: 'A target of a rule or schedule that runs a task has a dead-letter queue.',
  fix: 'set a dead-letter queue on the target, which the policy of the queue or the role of the schedule allows to send, or start a state machine that runs the task',
  docsUrl: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html',
  levels: ['synth'],
  avoidedBy: '`ScheduledJob` and `EventJob` have a dead-letter queue. `asEventTarget` has one if `deadLetterQueue` is set.',
  subject: 'taskLaunch',
  needs: ['launcher', 'hasDeadLetterQueue'],
  check: ({ launcher, hasDeadLetterQueue }) => hasDeadLetterQueue !== false ? [] : [{
    property: 'deadLetterConfig',
    detail: `deadLetterConfig (none) of the ${launcher} loses each start that fails`,
  }],
});
