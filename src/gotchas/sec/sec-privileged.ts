import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const secPrivileged = defineGotcha({
  id: 'sec-privileged',
  title: 'A container is root on its instance',
  consequence: 'risk',
  symptom: 'Security Hub reports ECS.4; else nothing, until an intruder gets into the container.',
  why: 'A privileged container has every right of root on its instance: an intruder in it gets every task and role there.',
  rule: 'No container on EC2 is `privileged`.',
  fix: 'leave privileged out, and add the single Linux capability that the container needs',
  docsUrl: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html',
  levels: ['synth', 'live'],
  causalRank: 'none',
  subject: 'task',
  needs: ['onFargate', 'containers'],
  check: ({ onFargate, containers }) => (onFargate ? [] : each(containers, (container) => {
    if (!known(container.privileged)) return [];
    const at = ofContainer(container);
    return [{ property: `${at}.privileged`, detail: `privileged (true) makes ${at} root on its instance` }];
  })),
});
