import { Unknown } from '../../../facts/fact';
import { onService, orNone, Standing } from '../live-check';
import { primary } from '../service-state';

const ENDED_BADLY: Readonly<Record<string, string | undefined>> = {
  ROLLBACK_REQUESTED: 'failed and is to be rolled back',
  ROLLBACK_IN_PROGRESS: 'failed and is being rolled back',
  ROLLBACK_SUCCESSFUL: 'failed and was rolled back: the old revision runs on',
  ROLLBACK_FAILED: 'failed, and so did its rollback',
};

export const dplDeploymentFailed = onService({
  id: 'dpl-deployment-failed',
  words: {
    title: 'The last deployment failed',
    severity: 'error',
    why: 'The circuit breaker or an alarm ended it: what was deployed is not what runs.',
    fix: 'see why its tasks stopped or its alarms went off, put that right and deploy again',
    docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html',
  },
  standing: Standing.DEPLOYMENT,
  check: ({ live: { service, deployments } }) => {
    const newest = orNone(deployments)[0];
    const ended = ENDED_BADLY[newest?.status ?? ''];
    if (newest && ended) {
      const evidence = [newest.statusReason, newest.rollback?.reason].filter((text) => text !== undefined);
      const alarms = newest.alarms?.triggeredAlarmNames ?? [];
      return [{
        property: 'deployments',
        detail: `deployment (${newest.status}) ${ended}${alarms.length > 0 ? `, for its alarm ${alarms.join(', ')}` : ''}`,
        evidence,
      }];
    }
    const { rolloutState, rolloutStateReason } = primary(service) ?? {};
    if (rolloutState === 'FAILED') {
      return [{ property: 'deployments', detail: `deployment (${rolloutState}) failed`, evidence: rolloutStateReason ? [rolloutStateReason] : [] }];
    }
    return deployments instanceof Unknown ? [{ notChecked: deployments.reason }] : [];
  },
});
