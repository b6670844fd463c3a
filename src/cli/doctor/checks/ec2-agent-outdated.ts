import { known } from '../../../facts/fact';
import { count } from '../../collect/service-state';
import { isOlder, lacking } from '../agent-features';
import { runsOnInstances } from '../compute';
import { onService } from '../live-check';

/** Agents that are too old for what the task definition uses: which feature needs which version. */
export const ec2AgentOutdated = onService({
  id: 'ec2-agent-outdated',
  check: ({ cluster, live: { service, taskDefinition } }) => {
    if (!runsOnInstances(service, cluster)) return [];
    const task = known(taskDefinition);
    const instances = known(cluster.containerInstances).filter(({ status }) => status === 'ACTIVE');
    const versions = instances.map(({ versionInfo }) => versionInfo?.agentVersion).filter((version) => version !== undefined);
    const unable = versions.filter((version) => lacking(version, task, service).length > 0);
    if (unable.length === 0) return [];
    const oldest = unable.reduce((one, other) => isOlder(other, one) ? other : one);
    const needs = lacking(oldest, task, service).map(({ name, since }) => `${name} needs ${since}`);
    return [{
      property: 'agentVersion',
      severity: unable.length === versions.length ? 'error' as const : 'warning' as const,
      detail: `agentVersion (${oldest}) of ${unable.length} of ${count(versions.length, 'instance')} is too old: ${needs.join('; ')}`,
      why: 'ECS places a task only where the agent has what it uses.',
      fix: 'replace the instances by ones of the newest ECS-optimized image, or update their agent',
    }];
  },
});
