import { createsGroup } from './create-group';
import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';
import { allows } from '../permissions';

export const logCreateGroupPermission = defineGotcha({
  id: 'log-create-group-permission',
  title: 'The log group is to be created, and no role may create it',
  consequence: 'risk',
  symptom: '`ResourceInitializationError: failed to validate logger args`, with `AccessDeniedException` on `logs:CreateLogGroup`.',
  why: 'With awslogs-create-group the execution role creates the log group, which its managed policy does not allow: tasks stop before their first container runs.',
  rule: 'With `awslogs-create-group` of `true` on Fargate, the execution role allows `logs:CreateLogGroup`, or the group is in the app.',
  fix: 'allow logs:CreateLogGroup to the execution role, or create the log group in the app and leave awslogs-create-group out',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Services create their log group themselves.',
  causalRank: 'start',
  subject: 'task',
  needs: ['containers', 'onFargate', 'executionRole'],
  // On instances the instance role does it; a group of the app is there before the task.
  check: ({ containers, onFargate, executionRole }) => !onFargate || !executionRole ? [] : each(containers, (container) => {
    const logging = known(container.logging);
    if (!logging || known(logging.driver) !== 'awslogs') return [];
    if (!createsGroup(known(logging.options)['awslogs-create-group']) || logging.groupInApp === true || allows(executionRole, 'logs:CreateLogGroup')) return [];
    return [{
      property: ofContainer(container, 'logging'),
      detail: 'awslogs-create-group (true) needs logs:CreateLogGroup, which the execution role does not have',
    }];
  }),
});
