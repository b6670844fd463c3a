import { admits } from './admission';
import type { BalancerFacts } from '../../facts/balancer';
import { known, Unknown } from '../../facts/fact';
import type { SecurityGroupFacts } from '../../facts/security-group';
import { defineGotcha, each } from '../definition';

export const netTaskSgBlocksLb = defineGotcha({
  id: 'net-task-sg-blocks-lb',
  title: 'The security group of the tasks keeps their load balancer out',
  consequence: 'never-works',
  symptom: 'Targets are `unhealthy` with the reason `Target.Timeout`, and ECS replaces the tasks again and again.',
  why: 'ECS never edits security groups: without a rule for the load balancer none of its health checks and requests gets through to the tasks.',
  rule: 'A security group of the tasks has to let TCP in on `containerPort`, from a security group of the load balancer or from addresses. Behind a Network '
    + 'Load Balancer it is a warning.',
  fix: 'let the container port in from the security group of the load balancer',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshoot-service-load-balancers.html',
  levels: ['synth', 'live'],
  designedOut: 'The ingress opens the tasks to its load balancer.',
  subject: 'service',
  needs: ['loadBalancers', 'network', 'task'],
  check: ({ loadBalancers, network, task }) => !network || known(task.networkMode) !== 'awsvpc' ? [] : each(loadBalancers, ({ targetGroup, containerPort, isClassic }) => {
    const groups = known(network.securityGroups);
    if (groups.length === 0 || isClassic === true || !OVER_TCP.includes(known(targetGroup.protocol) ?? '')) return [];
    return each(known(targetGroup.balancers), (balancer) => {
      const port = known(containerPort);
      return port === undefined || admits(groups, port, () => groupsOf(balancer)) ? [] : [{
        property: 'securityGroups',
        detail: `containerPort (${port}) is closed to the load balancer: no rule of the security groups lets it in`,
        // A Network Load Balancer may be there for clients that somebody else lets in.
        ...(balancer.type === 'application' ? {} : { consequence: 'risk', fix: FIX_OTHERS }),
      }];
    });
  }),
});

const OVER_TCP = ['HTTP', 'HTTPS', 'TCP', 'TLS', 'TCP_UDP'];
const FIX_OTHERS = 'let the container port in from the security group of the load balancer, or from its subnets and its clients where it has none';

function groupsOf({ type, securityGroups }: BalancerFacts): readonly SecurityGroupFacts[] {
  const groups = known(securityGroups);
  if (groups.length === 0 && known(type) === 'application') known(new Unknown('the load balancer has the default security group of its VPC'));
  return groups;
}
