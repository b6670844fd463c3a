import { known } from '../../../facts/fact';
import { count } from '../../collect/service-state';
import type { Container } from '../../collect/shapes';
import { KILLED } from '../limits/limit';
import { onService } from '../live-check';

/** Returns true for the container that ECS adds to a task of Service Connect. */
export function isProxy({ name }: Container): boolean {
  return name?.startsWith('ecs-service-connect') ?? false;
}

export const scProxyUnhealthy = onService({
  id: 'sc-proxy-unhealthy',
  check: ({ live: { runningTasks } }) => {
    const tasks = known(runningTasks).filter(({ lastStatus, desiredStatus }) => lastStatus === 'RUNNING' && desiredStatus !== 'STOPPED');
    const proxies = tasks.flatMap(({ containers = [] }) => containers.filter(isProxy));
    const ill = proxies.filter(({ healthStatus, lastStatus }) => healthStatus === 'UNHEALTHY' || lastStatus === 'STOPPED');
    if (ill.length === 0) return [];
    return [{
      property: 'serviceConnect',
      detail: `serviceConnect (${ill.length} of ${count(proxies.length, 'proxy', 'proxies')}) ${ill.every(({ lastStatus }) => lastStatus === 'STOPPED') ? stopWords(ill) : 'is unhealthy'}, so connections within the namespace fail`,
      evidence: [...new Set(ill.map(({ reason }) => reason).filter((reason) => reason !== undefined))],
    }];
  },
});

function stopWords(ill: readonly Container[]): string {
  const codes = [...new Set(ill.map(({ exitCode }) => exitCode))].filter((code) => code !== undefined);
  return `has stopped${codes.length === 0 ? '' : ` (exit code ${codes.join(', ')}${codes.includes(KILLED) ? ', mostly killed for the memory it uses' : ''})`}`;
}
