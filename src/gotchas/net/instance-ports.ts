import { admits } from './admission';
import { groupsOf, OVER_TCP } from './balancer-groups';
import type { CapacityFacts } from '../../facts/capacity';
import { known } from '../../facts/fact';
import type { LoadBalancerFacts } from '../../facts/service';
import type { TaskFacts } from '../../facts/task';
import { each, type Result } from '../definition';

/** Ports that the kernel of the ECS-optimized images chooses for containers without a fixed one. */
const CHOSEN = { first: 32768, last: 60999 };

/** Ports of instances on which their security groups keep a load balancer out. */
export function closedInstances({ securityGroups }: CapacityFacts, loadBalancer: LoadBalancerFacts, task: TaskFacts): readonly Result[] {
  const { targetGroup, containerName, containerPort, isClassic } = loadBalancer;
  if (isClassic === true || !OVER_TCP.includes(known(targetGroup.protocol) ?? '')) return [];
  const groups = known(securityGroups);
  const port = portOfInstance(task, known(containerName), known(containerPort));
  if (port === undefined || groups.length === 0) return [];
  return each(known(targetGroup.balancers), (balancer) => {
    const from = () => groupsOf(balancer);
    const open = (port === CHOSEN ? [CHOSEN.first, CHOSEN.last] : [port as number]).map((one) => admits(groups, one, from));
    if (!open.includes(false)) return [];
    const name = port === CHOSEN ? `hostPort (${CHOSEN.first} to ${CHOSEN.last}, which ECS chooses from)` : `hostPort (${String(port)})`;
    return [{
      property: 'securityGroups',
      detail: `${name} is closed to the load balancer: the security groups of the instances don't allow it`,
      fix: `allow ${port === CHOSEN ? 'TCP 32768 to 65535' : 'the port'} to the instances from the security group of the load balancer`,
      ...(open.includes(true) ? { consequence: 'misbehaves' as const } : balancer.type === 'application' ? {} : { consequence: 'risk' as const }),
    }];
  });
}

function portOfInstance(task: TaskFacts, name: string | undefined, port: number | undefined): number | typeof CHOSEN | undefined {
  if (known(task.networkMode) === 'host') return port;
  const container = known(task.containers).find((one) => known(one.name) === name);
  const mapping = container && known(container.ports).find((one) => known(one.containerPort) === port);
  return mapping && (known(mapping.hostPort) || CHOSEN);
}
