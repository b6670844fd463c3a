import { aclAllows } from './acl-decision';
import { OVER_TCP } from './balancer-groups';
import { startupNeeds, type StartupNeeds } from './startup-needs';
import { known } from '../../facts/fact';
import type { SubnetFacts } from '../../facts/network';
import type { AclRuleFacts } from '../../facts/network-acl';
import type { LoadBalancerFacts } from '../../facts/service';
import { all, defineGotcha, each, type Result } from '../definition';

export const netAclClosed = defineGotcha({
  id: 'net-acl-closed',
  title: 'A network ACL of the app that keeps tasks from their image or their load balancer',
  consequence: 'never-works',
  symptom: 'Tasks stop with `CannotPullContainerError` or `ResourceInitializationError` and an `i/o timeout`, or their targets are `unhealthy` with `Target.Timeout`.',
  why: 'A network ACL has no memory: a request needs a rule on its way, and its answer one on the way back, to a port from 32768 on. Without a rule that allows traffic it is denied.',
  rule: 'The network ACL of the subnets of tasks on Fargate allows TCP port 443 out, and the ports of answers, 32768 to 60999, in. Where the load balancer is in other subnets, it allows the container port in and ports from 32768 out.',
  fix: 'allow TCP 443 out and TCP 1024-65535 in, and for a load balancer the container port in and TCP 1024-65535 out',
  docsUrl: 'https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html',
  levels: ['synth'],
  avoidedBy: 'Our constructs create no network ACL, and that of a new VPC allows all traffic.',
  causalRank: 'start',
  subject: 'service',
  needs: ['network', 'task', 'loadBalancers', 'onFargate'],
  check: ({ network, task, loadBalancers, onFargate }) => {
    if (!network) return [];
    const withAcl = known(network.subnets).filter(({ aclRules }) => aclRules !== undefined);
    return each(withAcl, (subnet) => {
      const rules = known(subnet.aclRules);
      return !rules ? [] : all(
        () => onFargate ? outwards(rules, startupNeeds(task)) : [],
        () => each(loadBalancers, (loadBalancer) => inwards(subnet, rules, loadBalancer)),
      );
    }).slice(0, 1);
  },
});

/** The first and the last port that kernels choose for requests. */
const ANSWERS = [32768, 60999];

function outwards(rules: readonly AclRuleFacts[], { known: needs, open }: StartupNeeds): readonly Result[] {
  if (needs.length + open.length === 0) return [];
  const isSent = aclAllows(rules, true, 443);
  const closed = !isSent ? found('port 443 out', 'tasks from their image')
    : !ANSWERS.some((port) => aclAllows(rules, false, port)) ? found('ports 32768 to 60999 in', 'tasks from the answers to their requests')
      : undefined;
  if (!closed) return [];
  return [needs.length > 0 ? closed : { notChecked: open[0].fact.reason }];
}

// Traffic within one subnet passes no network ACL.
function inwards({ id }: SubnetFacts, rules: readonly AclRuleFacts[], loadBalancer: LoadBalancerFacts): readonly Result[] {
  const { targetGroup, containerPort, isClassic } = loadBalancer;
  const port = known(containerPort);
  if (isClassic === true || port === undefined || !OVER_TCP.includes(known(targetGroup.protocol) ?? '')) return [];
  const own = known(id);
  const isApart = known(targetGroup.balancers).every(({ subnets }) => known(subnets).every((subnet) => known(subnet.id) !== own));
  if (!isApart) return [];
  if (!aclAllows(rules, false, port)) return [found(`containerPort ${port} in`, 'the load balancer from the tasks')];
  return ANSWERS.some((answer) => aclAllows(rules, true, answer)) ? [] : [found('ports 32768 to 60999 out', 'the load balancer from the answers of the tasks')];
}

function found(what: string, from: string): Result {
  return { property: 'subnets', detail: `networkAcl (no rule that allows ${what}) keeps ${from}` };
}
