import { Unknown } from '../../../facts/fact';
import { minutesSince } from '../../collect/service-state';
import { classify } from '../classifier/classify';
import { lastFailure } from '../last-failure';
import { onService, type LiveFinding } from '../live-check';

/** After a day the old revision is what runs, and the failure a warning. */
const DAY_MINUTES = 24 * 60;

export const dplDeploymentFailed = onService({
  id: 'dpl-deployment-failed',
  check: (view) => {
    const failure = lastFailure(view);
    const { deployments } = view.live;
    if (!failure) return deployments instanceof Unknown ? [{ notChecked: deployments.reason }] : [];
    const { status, means, reasons, alarms, at } = failure;
    const isOld = minutesSince(at, view.now) > DAY_MINUTES;
    return [...causes(reasons, isOld), {
      property: 'deployments',
      severity: isOld ? 'warning' : 'error',
      detail: `deployment (${status}) ${means}${alarms.length > 0 ? `, for its alarm ${alarms.join(', ')}` : ''}${ago(at, view.now)}`,
      evidence: reasons,
    }];
  },
});

function ago(at: Date | undefined, now: Date): string {
  const hours = Math.floor(minutesSince(at, now) / 60);
  return hours < 1 ? '' : `, ${hours} h ago`;
}

/** The cause of a failed deployment, where ECS names one. */
function causes(said: readonly string[], isOld: boolean): readonly LiveFinding[] {
  return said.flatMap((text) => {
    const meaning = classify(text);
    if (meaning === undefined || meaning === 'unknown') return [];
    const { id, means, fix, why, severity } = meaning;
    return [{
      id, fix, why, severity: isOld ? 'warning' : severity ?? 'error', property: 'deployments', detail: `deployment (failed) reports that its tasks ${means}`, evidence: [text],
    }];
  });
}
