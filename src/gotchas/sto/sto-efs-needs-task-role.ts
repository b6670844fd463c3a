import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofVolume } from '../naming';

export const stoEfsNeedsTaskRole = defineGotcha({
  id: 'sto-efs-needs-task-role',
  title: 'EFS with IAM authorization and no task role',
  consequence: 'never-works',
  symptom: '`ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes`, with access denied or without credentials.',
  why: 'With `authorizationConfig.iam`, ECS mounts the file system as the task role. A task without one has no identity to mount it with.',
  rule: 'A task definition with an EFS volume whose `authorizationConfig.iam` is `ENABLED` has a task role.',
  fix: 'set taskRole to a role that allows elasticfilesystem:ClientMount on the file system',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html',
  levels: ['synth', 'live'],
  designedOut: 'Our services always have a task role, and `EfsMount` grants it the mount.',
  subject: 'task',
  needs: ['volumes', 'taskRole'],
  check: ({ volumes, taskRole }) => taskRole !== undefined ? [] : each(volumes, ({ name, efs: fact }) => {
    const efs = known(fact);
    if (efs === undefined || !known(efs.iam)) return [];
    return [{ property: 'taskRole', detail: `taskRole (none) is needed to mount ${ofVolume(name)}, which has IAM authorization` }];
  }),
});
