import { known } from '../../../facts/fact';
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
      ...about(gone, active.length, 'agentConnected', 'have an agent that is not connected', 'error'),
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
