import { defineLiveGotcha } from '../definition';

export const sclNoData = defineLiveGotcha({
  id: 'scl-no-data',
  title: 'A scaling policy without an alarm or without data',
  consequence: 'never-works',
  symptom: 'Alarms of the policy are missing or in state INSUFFICIENT_DATA.',
  why: 'A policy acts through its alarms: without an alarm, or without data for it, the count never changes.',
  rule: 'Each scaling policy has its alarms, and each alarm has data.',
  fix: 'put the policy again, so that it gets new alarms; for data, check that the metric has these dimensions',
  docsUrl: 'https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking.html',
  causalRank: 'none',
});
