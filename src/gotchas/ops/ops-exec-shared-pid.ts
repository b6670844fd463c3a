import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const opsExecSharedPid = defineGotcha({
  id: 'ops-exec-shared-pid',
  title: 'ECS Exec is on in a task whose containers share their processes',
  consequence: 'misbehaves',
  symptom: '`aws ecs execute-command` opens sessions in one container, and `TargetNotConnectedException` in the others.',
  why: 'In a PID namespace that containers share, ECS Exec opens sessions in one container only.',
  rule: 'With `enableExecuteCommand`, a task of several containers has no `pidMode` of `task`.',
  fix: 'leave out pidMode of the task, or open sessions in one of its containers only',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations',
  levels: ['synth', 'live'],
  avoidedBy: '`ExecAccess` refuses sessions in two containers that share a PID namespace.',
  causalRank: 'none',
  subject: 'service',
  needs: ['executeCommand', 'task'],
  check: ({ executeCommand, task }) => {
    if (!executeCommand || known(task.pidMode) !== 'task') return [];
    const { length } = known(task.containers);
    return length < 2 ? [] : [{
      property: 'pidMode',
      detail: `pidMode (task) is shared by ${length} containers, in one of which ECS Exec opens sessions`,
    }];
  },
});
