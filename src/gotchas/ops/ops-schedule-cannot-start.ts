import { defineLiveGotcha } from '../definition';

export const opsScheduleCannotStart = defineLiveGotcha({
  id: 'ops-schedule-cannot-start',
  title: 'A rule or schedule cannot start its task',
  consequence: 'misbehaves',
  symptom: '`FailedInvocations` or `InvocationsSentToDlq` of the rule is above 0, or `InvocationDroppedCount` of the group of the schedule, and no task has started.',
  why: 'EventBridge gives up a start that keeps failing, and only a metric and a dead-letter queue show it.',
  rule: 'In the last day, each rule and each schedule that starts tasks in the cluster, itself or by a state machine, started all of its targets. '
    + 'EventBridge Scheduler counts by group: failures in a group that has other schedules too are not checked.',
  fix: 'read ERROR_CODE and ERROR_MESSAGE of the messages in the dead-letter queue; without one, find RunTask in CloudTrail, and check the role of the rule or schedule',
  docsUrl: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html',
  causalRank: 'none',
});
