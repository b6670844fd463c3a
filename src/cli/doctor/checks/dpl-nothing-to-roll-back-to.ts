import { known } from '../../../facts/fact';
import { primary } from '../../collect/service-state';
import { onService, CausalRank } from '../live-check';

export const dplNothingToRollBackTo = onService({
  id: 'dpl-nothing-to-roll-back-to',
  words: {
    title: 'A failed deployment with no good one before it',
    severity: 'error',
    why: 'A rollback needs a deployment that was completed: after a first one, or two failures in a row, there is none, and the service stays as it is.',
    fix: 'deploy a revision that works',
    docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html',
  },
  standing: CausalRank.DEPLOYMENT,
  check: ({ live: { service, deployments } }) => {
    if (primary(service)?.rolloutState !== 'FAILED') return [];
    const all = known(deployments);
    if (all.some(({ status }) => status === 'SUCCESSFUL' || status === 'ROLLBACK_SUCCESSFUL')) return [];
    return [{ property: 'deployments', detail: `deployments (${all.length}) have none among them that ended well` }];
  },
});
