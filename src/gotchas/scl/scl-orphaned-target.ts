import { defineLiveGotcha } from '../definition';

export const sclOrphanedTarget = defineLiveGotcha({
  id: 'scl-orphaned-target',
  title: 'Scaling of services that were deleted',
  consequence: 'risk',
  symptom: 'Application Auto Scaling lists a scalable target for a service that does not exist.',
  why: 'The target keeps its range, its policies and their alarms: the next service of that name is scaled by them.',
  rule: 'Each scalable target of a cluster names a service that exists.',
  fix: 'remove it with `aws application-autoscaling deregister-scalable-target`',
  docsUrl: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DeregisterScalableTarget.html',
  causalRank: 'none',
});
