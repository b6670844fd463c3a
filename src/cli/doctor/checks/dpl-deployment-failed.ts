import { Unknown } from '../../../facts/fact';
import { primary } from '../../collect/service-state';
import { classify } from '../classifier/classify';
import { onService, orNone, type LiveFinding } from '../live-check';

const ENDED_BADLY: Readonly<Record<string, string | undefined>> = {
  ROLLBACK_REQUESTED: 'failed and is to be rolled back',
  ROLLBACK_IN_PROGRESS: 'failed and is being rolled back',
  ROLLBACK_SUCCESSFUL: 'failed and was rolled back: the old revision runs on',
  ROLLBACK_FAILED: 'failed, and so did its rollback',
};

export const dplDeploymentFailed = onService({
  id: 'dpl-deployment-failed',
  check: ({ live: { service, deployments } }) => {
    const newest = orNone(deployments)[0];
    const ended = ENDED_BADLY[newest?.status ?? ''];
    if (newest && ended) {
      const evidence = [newest.statusReason, newest.rollback?.reason].filter((text) => text !== undefined);
      const alarms = newest.alarms?.triggeredAlarmNames ?? [];
      return [...causes(evidence), {
        property: 'deployments',
        detail: `deployment (${newest.status}) ${ended}${alarms.length > 0 ? `, for its alarm ${alarms.join(', ')}` : ''}`,
        evidence,
      }];
    }
    const { rolloutState, rolloutStateReason } = primary(service) ?? {};
    if (rolloutState === 'FAILED') {
      const evidence = rolloutStateReason ? [rolloutStateReason] : [];
      return [...causes(evidence), { property: 'deployments', detail: `deployment (${rolloutState}) failed`, evidence }];
    }
    return deployments instanceof Unknown ? [{ notChecked: deployments.reason }] : [];
  },
});

/** The cause of a failed deployment, where ECS names one. */
function causes(said: readonly string[]): readonly LiveFinding[] {
  return said.flatMap((text) => {
    const meaning = classify(text);
    if (meaning === undefined || meaning === 'unknown') return [];
    const { id, means, fix, why, severity } = meaning;
    return [{ id, fix, why, severity: severity ?? 'error', property: 'deployments', detail: `deployment (failed) reports that its tasks ${means}`, evidence: [text] }];
  });
}
