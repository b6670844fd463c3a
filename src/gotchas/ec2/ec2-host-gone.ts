import { defineLiveGotcha } from '../definition';

export const ec2HostGone = defineLiveGotcha({
  id: 'ec2-host-gone',
  title: 'Instances end under their tasks',
  consequence: 'misbehaves',
  symptom: '`Host EC2 (instance i-…) terminated.`',
  why: 'A task ends with its instance: Spot reclaims it, an Auto Scaling group scales in or replaces it, or it was stopped.',
  rule: 'An instance drains before it ends.',
  fix: 'find the reason in the activities of the Auto Scaling group, and enable managed draining, so that tasks are moved first',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instance-draining.html',
});
