import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

// A Network Load Balancer passes on the addresses of its clients.
const PASSES_CLIENTS_ON = ['TCP', 'UDP', 'TCP_UDP', 'TLS', 'QUIC', 'TCP_QUIC'];

export const secOpenTaskSg = defineGotcha({
  id: 'sec-open-task-sg',
  title: 'The security group of the tasks is open to every address',
  consequence: 'risk',
  symptom: 'Requests in the log of the application that are not in the one of the load balancer.',
  why: 'Every host in the network of the tasks reaches them directly, past the load balancer with its certificates, rules and logs.',
  rule: 'No security group of the tasks allows `0.0.0.0/0` or `::/0`, unless they are behind a Network Load Balancer, which passes on the addresses of its clients.',
  fix: 'allow the security group of the load balancer or of the callers, instead of all addresses',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-network.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Our services open their security group between the parties only, unless you allow more in `connections`.',
  causalRank: 'none',
  subject: 'service',
  needs: ['network', 'loadBalancers'],
  check: ({ network, loadBalancers }) => {
    const passed = loadBalancers.some(({ targetGroup }) => PASSES_CLIENTS_ON.includes(known(targetGroup.protocol) ?? ''));
    return passed || !network ? [] : each(known(network.securityGroups), ({ ingress }) => each(known(ingress), (rule) => {
      if (!known(rule.fromAnywhere)) return [];
      const [first, last] = known(rule.protocol) === '-1' ? [] : [known(rule.firstPort), known(rule.lastPort)];
      const ports = first === undefined ? 'all' : last === undefined || first === last ? String(first) : `${first}-${last}`;
      return [{ property: 'securityGroups', detail: `securityGroups (port ${ports}) are open to every address` }];
    }));
  },
});
