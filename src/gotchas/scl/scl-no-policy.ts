import { defineGotcha } from '../definition';

export const sclNoPolicy = defineGotcha({
  id: 'scl-no-policy',
  title: 'A scaling range in which nothing scales',
  severity: 'warning',
  symptom: 'The count never changes, whatever the load.',
  why: 'A scalable target only says between which numbers the desired count may move: without a policy or a schedule nothing ever moves it.',
  rule: 'A scalable target has at least 1 policy or scheduled action.',
  fix: 'add a scaling policy or a scheduled action, or remove the scalable target',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html',
  levels: ['synth', 'live'],
  designedOut: 'Only a scaling part makes a range, and each moves the count.',
  subject: 'scalableTarget',
  needs: ['policies', 'scheduledActions'],
  check: ({ policies, scheduledActions }) => (policies.length > 0 || scheduledActions > 0
    ? []
    : [{ property: 'policies', detail: 'policies (none) and scheduledActions (none) leave the desired count where it is' }]),
});
