import { allowsOut } from './admission';
import { INTERNET, startupNeeds } from './startup-needs';
import { known } from '../../facts/fact';
import type { NetworkFacts } from '../../facts/network';
import type { EgressFacts } from '../../facts/security-group';
import { defineGotcha } from '../definition';

export const netEgressClosed = defineGotcha({
  id: 'net-egress-closed',
  title: 'Security groups that keep tasks from their image',
  consequence: 'never-works',
  symptom: 'Tasks stop after minutes with `CannotPullContainerError` or `ResourceInitializationError`, and an `i/o timeout` at the end of it.',
  why: 'On Fargate the task itself pulls its image, reads its secrets and writes its logs, over HTTPS and through its own security groups. Rules for traffic out replace the one that allows all of it.',
  rule: 'The security groups of tasks on Fargate allow TCP port 443 out, to the addresses of the services or to a prefix list. Rules for private addresses and for security groups alone do where an interface endpoint leads to all that the task needs to start; the gateway endpoint of S3 has public addresses.',
  fix: 'allow TCP 443 out of a security group of the tasks',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html',
  levels: ['synth'],
  avoidedBy: 'Services allow all traffic out unless you set their security groups or close those.',
  causalRank: 'start',
  subject: 'service',
  alsoOn: ['taskLaunch'],
  needs: ['onFargate', 'network', 'task'],
  check: ({ onFargate, network, task }) => {
    if (!onFargate || !network) return [];
    const groups = known(network.securityGroups);
    const ways = groups.flatMap(({ egress }) => known(egress)).filter((rule) => allowsOut(rule, 443));
    if (groups.length === 0 || ways.some(({ toGroup, toPrivate }) => toGroup === undefined && toPrivate === false)) return [];
    const { known: needs, open } = startupNeeds(task);
    const cut = ways.length === 0 ? needs : needs.filter((need) => !leadTo(need, ways, network));
    if (cut.length === 0) return needs.length > 0 || open.length === 0 ? [] : [{ notChecked: open[0].fact.reason }];
    const what = ways.length === 0 ? 'no rule for TCP 443 out' : 'TCP 443 out to the VPC alone';
    return [{
      property: 'securityGroups',
      detail: `securityGroups (${what}) keep tasks from ${cut.join(', ')}`,
      ...(ways.length === 0 ? {} : cut.join() === 's3' ? { fix: FIX_S3 } : { fix: 'allow TCP 443 out of a security group of the tasks to all addresses, or add interface endpoints for what they need' }),
    }];
  },
});

const FIX_S3 = 'allow TCP 443 out to the prefix list of S3, or to all addresses: a gateway endpoint is a route to public addresses';

/** Rules that stay in the VPC lead to interface endpoints, and to nothing else: a gateway endpoint and a NAT gateway lead to public addresses. */
function leadTo(need: string, ways: readonly EgressFacts[], { subnets }: NetworkFacts): boolean {
  if (need === INTERNET) return false;
  const [subnet] = known(subnets);
  const doors = subnet ? known(subnet.interfaceEndpoints).filter(({ service }) => known(service) === need) : [];
  return doors.some(({ securityGroups }) => ways.some(({ toGroup, toPrivate }) => {
    const group = known(toGroup);
    return group === undefined ? known(toPrivate) : known(securityGroups).some(({ id }) => known(id) === group);
  }));
}
