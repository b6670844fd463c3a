import { onService, orNone } from '../live-check';

export const dplHookWaits = onService({
  id: 'dpl-hook-waits',
  check: ({ live: { deployments } }) => {
    const newest = orNone(deployments)[0];
    if (newest?.status !== 'IN_PROGRESS') return [];
    return (newest.lifecycleHookDetails ?? []).filter(({ status }) => status === 'AWAITING_ACTION').map(({ expiresAt, timeoutAction }) => ({
      property: 'lifecycleHooks',
      severity: 'warning' as const,
      detail: `lifecycleHooks (at ${newest.lifecycleStage ?? 'its stage'}) hold the deployment until it is continued or stopped`
        + (expiresAt ? `; at ${expiresAt.toISOString()} it continues with ${timeoutAction ?? 'its timeout action'}` : ''),
      fix: 'continue or stop the deployment',
    }));
  },
});
