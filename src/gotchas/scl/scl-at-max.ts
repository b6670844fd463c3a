import { defineLiveGotcha } from '../definition';

export const sclAtMax = defineLiveGotcha({
  id: 'scl-at-max',
  title: 'Scaling needs more tasks than its range allows',
  consequence: 'never-works',
  symptom: 'The alarm of the policy is in state ALARM, and the count does not change: `AlreadyAtMaxCapacity`',
  why: 'The metric is above its target with as many tasks as the range allows: the service is slower than its target.',
  rule: 'With `maxCapacity` tasks, the metric of each scaling policy is not above its target.',
  fix: 'raise maxCapacity, or find out why each task does so little',
  docsUrl: 'https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-scaling-activities.html',
  causalRank: 'none',
});
