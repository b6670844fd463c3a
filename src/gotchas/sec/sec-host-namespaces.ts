import { known } from '../../facts/fact';
import type { Consequence } from '../consequence';
import { all, defineGotcha } from '../definition';

export const secHostNamespaces = defineGotcha({
  id: 'sec-host-namespaces',
  title: 'Containers share processes, memory or network with their instance',
  consequence: 'risk',
  symptom: '`ps` in a container lists the processes of other tasks and of the agent.',
  why: 'What the namespace of the instance shows is in reach of every container of the task: processes and their environment, shared memory, and ports that listen on localhost.',
  rule: '`pidMode` and `ipcMode` of tasks on EC2 are not `host`. `networkMode` `host` is worth knowing only.',
  fix: 'leave pidMode and ipcMode out, and use the network mode awsvpc or bridge',
  docsUrl: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Our services have no pidMode and no ipcMode; the network mode `HOST` is an option of EC2 services.',
  causalRank: 'none',
  subject: 'task',
  // Fargate refuses host namespaces, which is another gotcha.
  needs: ['onFargate'],
  reads: ['pidMode', 'ipcMode', 'networkMode'],
  check: ({ onFargate, pidMode, ipcMode, networkMode }) => onFargate ? [] : all(
    () => known(pidMode) === 'host' ? [found('pidMode', 'processes')] : [],
    () => known(ipcMode) === 'host' ? [found('ipcMode', 'shared memory')] : [],
    () => known(networkMode) === 'host' ? [found('networkMode', 'network', 'worth-knowing')] : [],
  ),
});

function found(property: string, what: string, consequence?: Consequence) {
  return { property, consequence, detail: `${property} (host) shares the ${what} of the instance with the containers` };
}
