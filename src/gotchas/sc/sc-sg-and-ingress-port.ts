import { known } from '../../facts/fact';
import type { IngressFacts } from '../../facts/security-group';
import type { TaskFacts } from '../../facts/task';
import { defineGotcha, each } from '../definition';

export const scSgAndIngressPort = defineGotcha({
  id: 'sc-sg-and-ingress-port',
  title: 'A Service Connect endpoint that is closed to all callers',
  consequence: 'risk',
  symptom: 'Each call to the service ends in a timeout, and its tasks are healthy.',
  why: 'Clients connect to the proxy on the port of the container, or on ingressPortOverride, and security groups of the server decide who may: '
    + 'without a rule for that port every call ends in a timeout.',
  rule: 'A security group of the service must allow TCP on the port of each endpoint: `ingressPortOverride`, or `containerPort` where it isn\'t set.',
  fix: 'allow the security groups of the clients in on that port',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html',
  levels: ['synth', 'live'],
  avoidedBy: '`connectTo` of a caller, or `allowFrom` of an endpoint, opens the port that the proxy listens on.',
  subject: 'service',
  needs: ['connect', 'task', 'network'],
  check: ({ connect, task, network }) => !connect || !network ? [] : each(known(connect.endpoints), ({ portName, ingressPortOverride }) => {
    const port = known(ingressPortOverride) ?? portOf(task, known(portName));
    const groups = known(network.securityGroups);
    // Without security groups, it is the default group of the VPC, which no template contains.
    if (port === undefined || groups.length === 0) return [];
    const rules = groups.flatMap(({ ingress }) => known(ingress));
    if (rules.some((rule) => lets(rule, port))) return [];
    return [{ property: 'securityGroups', detail: `securityGroups (${groups.length}) allow no caller on port ${port} of Service Connect endpoint ${known(portName)}` }];
  }),
});

function portOf(task: TaskFacts, name: string): number | undefined {
  const port = known(task.containers).flatMap(({ ports }) => known(ports)).find((one) => known(one.name) === name);
  return port && known(port.containerPort);
}

function lets({ protocol, firstPort, lastPort }: IngressFacts, port: number): boolean {
  const spoken = known(protocol);
  if (spoken === '-1') return true;
  if (spoken !== 'tcp' && spoken !== '6') return false;
  const first = known(firstPort);
  const last = known(lastPort);
  return first === undefined || last === undefined || (first <= port && port <= last);
}
