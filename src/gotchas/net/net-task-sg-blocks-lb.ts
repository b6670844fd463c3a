import { admits, allowsOut, type Transport } from './admission';
import { groupsOf, transportsOf } from './balancer-groups';
import { closedInstances } from './instance-ports';
import { clientsShut } from './kept-clients';
import type { BalancerFacts } from '../../facts/balancer';
import { known, type Fact } from '../../facts/fact';
import type { SecurityGroupFacts } from '../../facts/security-group';
import { all, defineGotcha, each, type Finding } from '../definition';

export const netTaskSgBlocksLb = defineGotcha({
  id: 'net-task-sg-blocks-lb',
  title: 'The security group of the tasks keeps their load balancer out',
  consequence: 'never-works',
  symptom: 'Targets are `unhealthy` with the reason `Target.Timeout`, and ECS replaces the tasks again and again.',
  why: 'ECS never edits security groups: without a rule for the load balancer none of its health checks and requests gets through to the tasks.',
  rule: 'A security group of the tasks must admit the protocol of the target group on `containerPort`, and TCP on a port of its own that the health check has, from a security group of the load balancer or from addresses, and the security groups of the load balancer must allow `containerPort` out. '
    + 'In network mode `bridge` and `host` a security group of the instances must admit the `hostPort`, or 32768 to 60999 where ECS chooses it. Behind a Network Load Balancer it is a warning, as where it keeps the addresses of clients on the internet (UDP, `preserve_client_ip.enabled`), and the rules are for private addresses.',
  fix: 'add ingress rules for the container port and the port of the health check from the security group of the load balancer',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshoot-service-load-balancers.html',
  levels: ['synth', 'live'],
  avoidedBy: 'The ingress opens the tasks to its load balancer; rules for an existing target group are yours.',
  follows: 'net-lb-container-port-missing',
  subject: 'service',
  needs: ['loadBalancers', 'network', 'task'],
  reads: ['capacities'],
  check: ({ loadBalancers, network, task, capacities }) => each(loadBalancers, (loadBalancer) => {
    const { targetGroup, containerPort, isClassic } = loadBalancer;
    if (['bridge', 'host'].includes(known(task.networkMode))) return each(known(capacities), (one) => closedInstances(one, loadBalancer, task));
    if (!network || known(task.networkMode) !== 'awsvpc') return [];
    const groups = known(network.securityGroups);
    const transports = isClassic === true ? [] : transportsOf(known(targetGroup.protocol));
    if (groups.length === 0 || transports.length === 0) return [];
    return each(known(targetGroup.balancers), (balancer) => all(
      () => closed(groups, balancer, 'containerPort', known(containerPort), transports),
      // Health checks connect over TCP, those of a target group for UDP too.
      () => closed(groups, balancer, 'port of the health check', portOfCheck(known(targetGroup.healthCheckPort), transports.includes('tcp') ? containerPort : undefined), ['tcp']),
      () => closedOut(balancer, known(containerPort), transports),
      () => clientsShut(groups, balancer, targetGroup, known(containerPort)),
    ));
  }),
});

function closed(
  groups: readonly SecurityGroupFacts[], balancer: BalancerFacts, name: string, port: number | undefined, transports: readonly Transport[],
): readonly Finding[] {
  const shut = port === undefined ? [] : transports.filter((transport) => !admits(groups, port, () => groupsOf(balancer), transport));
  if (shut.length === 0) return [];
  return [{
    property: 'securityGroups',
    detail: `${name} (${overUdp(port, shut)}) is closed to the load balancer: no rule of the security groups allows it`,
    // The clients of a Network Load Balancer may be admitted elsewhere.
    ...(balancer.type === 'application' ? {} : { consequence: 'risk' as const, fix: FIX_OTHERS }),
  }];
}

/** The rules for traffic out of the load balancer. Of rules for addresses it is not known whose they are. */
function closedOut({ securityGroups, type }: BalancerFacts, port: number | undefined, transports: readonly Transport[]): readonly Finding[] {
  const rules = known(securityGroups).flatMap(({ egress }) => known(egress));
  if (port === undefined || known(securityGroups).length === 0) return [];
  const shut = transports.filter((transport) => !rules.some((rule) => allowsOut(rule, port, transport)));
  if (shut.length === 0) return [];
  return [{
    property: 'securityGroups',
    detail: `containerPort (${overUdp(port, shut)}) is closed to the load balancer: its own security groups allow no traffic out to it`,
    fix: 'add an egress rule for the container port to the security group of the load balancer',
    ...(type === 'application' ? {} : { consequence: 'risk' as const }),
  }];
}

function overUdp(port: number | undefined, shut: readonly Transport[]): string {
  return shut.includes('tcp') ? String(port) : `${port} over UDP`;
}

/** The port of a health check that has one of its own. */
function portOfCheck(port: string | undefined, containerPort: Fact<number | undefined> | undefined): number | undefined {
  return port === undefined || !/^\d+$/.test(port) || Number(port) === containerPort ? undefined : Number(port);
}

const FIX_OTHERS = 'allow the container port from the security group of the load balancer, or from its subnets and its clients where it has none';
