import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { ofRole } from '../naming';

export const iamSameRoleForBoth = defineGotcha({
  id: 'iam-same-role-for-both',
  title: 'One role is both the task role and the execution role',
  consequence: 'risk',
  symptom: 'Code in any container can read the secrets of all of them.',
  why: 'The code in every container then gets what ECS needs to start the task: it reads the secrets of all containers, and pulls every image that the role may pull.',
  rule: '`taskRole` and `executionRole` of a task are two roles.',
  fix: 'set a separate task role for the actions that the code calls',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
  levels: ['synth', 'live'],
  avoidedBy: 'A `TaskRoleBundle` makes two roles.',
  subject: 'task',
  needs: ['taskRole', 'executionRole'],
  check: ({ taskRole, executionRole }) => {
    const isSame = taskRole && !taskRole.isDescribedElsewhere && executionRole && known(taskRole.id) === known(executionRole.id);
    return isSame ? [{ property: 'taskRole', detail: `${ofRole(taskRole, 'taskRole', 'the execution role')} grants the code the actions that ECS needs to start the task` }] : [];
  },
});
