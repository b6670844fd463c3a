import type { Service } from './shapes';

/** Returns true if nothing changes in a service, and nothing should. */
export function isSteady(service: Service): boolean {
  const deployments = service.deployments ?? [];
  return deployments.length <= 1
    && service.runningCount === service.desiredCount
    && !service.pendingCount
    && deployments.every(({ rolloutState, rolloutStateReason }) => rolloutState !== 'IN_PROGRESS' && rolloutState !== 'FAILED' && !/roll(ing|ed) back/i.test(rolloutStateReason ?? ''));
}
