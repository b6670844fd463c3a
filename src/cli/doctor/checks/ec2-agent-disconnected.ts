import { known, Unknown } from '../../../facts/fact';
import type { LiveCluster } from '../../collect/account';
import { count, nameIn } from '../../collect/service-state';
import type { ContainerInstance } from '../../collect/shapes';
import { onCluster, type LiveFinding } from '../live-check';

const MOST_NAMED = 3;

export const ec2AgentDisconnected = onCluster({
  id: 'ec2-agent-disconnected',
  check: ({ cluster }) => {
    const active = known(cluster.containerInstances).filter(({ status }) => status === 'ACTIVE' || status === 'DRAINING');
    const gone = active.filter(({ agentConnected }) => agentConnected === false);
    const impaired = active.filter(({ agentConnected, healthStatus }) => agentConnected !== false && healthStatus?.overallStatus === 'IMPAIRED');
    return [
      ...about(gone, active.length, 'agentConnected', 'have an agent that is not connected', 'error').map((finding) => ({ ...finding, fix: warmPoolFix(cluster) })),
      ...about(impaired, active.length, 'healthStatus', 'are impaired', 'warning'),
    ];
  },
});

function about(some: readonly ContainerInstance[], all: number, property: string, what: string, severity: 'error' | 'warning'): readonly LiveFinding[] {
  if (some.length === 0) return [];
  const named = some.slice(0, MOST_NAMED).map(({ ec2InstanceId, containerInstanceArn }) => ec2InstanceId ?? nameIn(containerInstanceArn)).join(', ');
  const details = some.flatMap(({ healthStatus }) => healthStatus?.details ?? []);
  const reasons = details.map(({ statusReason }) => statusReason).filter((reason) => reason !== undefined);
  return [{
    // Of one instance without an agent not everything is a consequence.
    causalRank: 'none',
    property,
    severity,
    detail: `container instances (${some.length} of ${count(all, 'instance')}: ${named}) ${what}`,
    evidence: [...new Set(reasons)],
  }];
}

/** Fix for agents of instances that wait in a warm pool, where they are stopped: with the setting, an agent joins the cluster later. */
function warmPoolFix({ autoScalingGroups }: LiveCluster): string | undefined {
  if (autoScalingGroups instanceof Unknown) return undefined;
  const pools = [...known(autoScalingGroups).values()].flatMap((live) => (live?.group.WarmPoolConfiguration ? [live.group.AutoScalingGroupName ?? ''] : []));
  return pools.length === 0 ? undefined : `if they wait in the warm pool of ${pools.join(', ')}, set ECS_WARM_POOLS_CHECK=true for the agent, so that instances join once they are in service; else restart the agent: sudo systemctl restart ecs`;
}
