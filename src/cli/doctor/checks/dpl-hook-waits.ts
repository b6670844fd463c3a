import { onService, orNone } from '../live-check';
import { continuation, pausedHooks } from '../paused-hook';

export const dplHookWaits = onService({
  id: 'dpl-hook-waits',
  check: ({ live: { deployments } }) => {
    const newest = orNone(deployments)[0];
    return pausedHooks(newest).map((hook) => ({
      property: 'lifecycleHooks',
      severity: 'warning' as const,
      detail: `lifecycleHooks (at ${newest.lifecycleStage ?? 'its stage'}) hold the deployment until it is continued or rolled back`
        + (hook.expiresAt ? `; at ${hook.expiresAt.toISOString()} its timeout action is ${hook.timeoutAction ?? 'unknown'}` : ''),
      fix: `continue or roll back the deployment: ${continuation(newest, hook)}`,
    }));
  },
});
