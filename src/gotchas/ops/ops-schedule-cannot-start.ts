import { defineLiveGotcha } from '../definition';

export const opsScheduleCannotStart = defineLiveGotcha({
  id: 'ops-schedule-cannot-start',
  title: 'A rule cannot start its task',
  consequence: 'misbehaves',
  symptom: '`FailedInvocations` or `InvocationsSentToDlq` of the rule is above 0, and no task has started.',
  why: 'EventBridge gives up an event that it cannot deliver, and only a metric and a dead-letter queue show it.',
  rule: 'In the last day, each rule that starts tasks in the cluster started all of its targets.',
  fix: 'read ERROR_CODE and ERROR_MESSAGE of the messages in the dead-letter queue; without one, find RunTask in CloudTrail, and check the role of the rule',
  docsUrl: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html',
  causalRank: 'none',
});
