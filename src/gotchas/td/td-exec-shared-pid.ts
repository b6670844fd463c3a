import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const tdExecSharedPid = defineGotcha({
  id: 'td-exec-shared-pid',
  title: 'ECS Exec opens sessions in one container only, where containers share their processes',
  consequence: 'worth-knowing',
  symptom: '`aws ecs execute-command` works for one container of the task, and not for the others.',
  why: 'ECS Exec opens one session for each namespace of process ids, so that containers which share one have a single session between them.',
  rule: 'A task with several containers and ECS Exec has no `pidMode`.',
  fix: 'remove pidMode, or open sessions in one of the containers only',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations',
  levels: ['synth', 'live'],
  avoidedBy: '`ExecAccess` refuses sessions in more than one of such containers.',
  causalRank: 'none',
  subject: 'service',
  needs: ['executeCommand', 'task'],
  check: ({ executeCommand, task }) => {
    if (!executeCommand) return [];
    const pidMode = known(task.pidMode);
    if (pidMode === undefined) return [];
    const containers = known(task.containers).length;
    return containers < 2 ? [] : [{ property: 'pidMode', detail: `pidMode (${pidMode}) leaves ECS Exec one session for all ${containers} containers` }];
  },
});
