import { defineLiveGotcha } from '../definition';

export const sclSuspended = defineLiveGotcha({
  id: 'scl-suspended',
  title: 'Scaling is suspended',
  consequence: 'never-works',
  symptom: 'The scalable target has `SuspendedState` with a value of true, and the count never changes.',
  why: 'It was suspended, mostly during an incident: the policies and schedules exist, and change nothing.',
  rule: 'No part of the scaling of a service is suspended.',
  fix: 'resume it with `aws application-autoscaling register-scalable-target`, and all values of SuspendedState false',
  docsUrl: 'https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-suspend-resume-scaling.html',
  causalRank: 'none',
});
