import { known } from '../../../facts/fact';
import { primary } from '../../collect/service-state';
import { onService } from '../live-check';

export const dplNothingToRollBackTo = onService({
  id: 'dpl-nothing-to-roll-back-to',
  check: ({ live: { service, deployments } }) => {
    if (primary(service)?.rolloutState !== 'FAILED') return [];
    // What runs beside the failed one ended well, even if it is too old for the list.
    if (service.deployments?.some(({ status, rolloutState }) => status !== 'PRIMARY' && rolloutState === 'COMPLETED')) return [];
    const all = known(deployments);
    if (all.some(({ status }) => status === 'SUCCESSFUL' || status === 'ROLLBACK_SUCCESSFUL')) return [];
    return [{ property: 'deployments', detail: `deployments (${all.length}) have none among them that ended well` }];
  },
});
