import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { ofContainer } from '../naming';

export const opsExecWithoutInit = defineGotcha({
  id: 'ops-exec-without-init',
  title: 'ECS Exec is on, and a container has no init process',
  consequence: 'worth-knowing',
  symptom: 'Defunct processes of the agent of Systems Manager in the container, more after each session.',
  why: 'A session starts processes in the container. When it ends, their parent becomes the first process of the container, and only an init process removes them.',
  rule: 'With `enableExecuteCommand`, containers on Linux have `initProcessEnabled`, unless `pidMode` shares the processes of the task or the instance.',
  fix: 'set initProcessEnabled of the linuxParameters',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations',
  levels: ['synth', 'live'],
  avoidedBy: '`ExecAccess` adds an init process to each container.',
  causalRank: 'none',
  subject: 'service',
  needs: ['executeCommand', 'task'],
  check: ({ executeCommand, task }) => {
    if (!executeCommand || known(task.operatingSystemFamily).startsWith('WINDOWS') || known(task.pidMode) !== undefined) return [];
    const without = known(task.containers).filter(({ initProcess }) => !known(initProcess)).map((container) => ofContainer(container));
    return without.length === 0 ? [] : [{
      property: 'linuxParameters.initProcessEnabled',
      detail: `initProcessEnabled (not set) leaves the processes of sessions of ECS Exec in ${without.join(', ')}`,
    }];
  },
});
