import { defineGotcha } from '../definition';

export const ec2NoDraining = defineGotcha({
  id: 'ec2-no-draining',
  title: 'Instances go while tasks run on them',
  consequence: 'misbehaves',
  symptom: 'Tasks end with their instance during scale-in and instance refresh, and requests fail.',
  why: 'When the group scales in or replaces an instance, nothing moves its tasks away first: they are killed with it, in the middle of what they do.',
  rule: 'Instances that join a cluster have a capacity provider with managed draining, which is on by default, or a lifecycle hook for `EC2_INSTANCE_TERMINATING`.',
  fix: 'turn on managed draining of the capacity provider, or drain instances in a lifecycle hook for their termination',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instance-draining.html',
  levels: ['synth'],
  avoidedBy: '`Ec2Capacity` turns on managed draining.',
  subject: 'capacity',
  needs: ['drained'],
  check: ({ drained }) => drained ? [] : [{
    property: 'managedDraining',
    detail: 'managedDraining (off, and no lifecycle hook) kills tasks with the instance they run on',
  }],
});
