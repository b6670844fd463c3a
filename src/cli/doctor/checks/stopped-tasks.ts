import { known } from '../../../facts/fact';
import { count, isSteady } from '../../collect/service-state';
import type { Task } from '../../collect/shapes';
import { groupBy } from '../../group-by';
import { classifyStop, wordsOf } from '../classifier/classify-stop';
import { onService, type LiveFinding } from '../live-check';

const MOST_EVIDENCE = 3;
// A stop or two may be chance; three in an hour are a habit.
const HABIT = 3;

/** Reports the stop reasons of a service's tasks in about the last hour, each once. */
export const stoppedTasks = onService({
  id: 'ops-unknown-stop',
  check: ({ cluster, live: { service } }) => {
    const own = known(cluster.stoppedTasks).filter(({ group }) => group === `service:${service.serviceName}`);
    const steady = isSteady(service);
    // ECS has forgotten the stopped tasks: the check can neither pass nor fail.
    if (own.length === 0 && !steady) return [{ notChecked: 'no stopped task is left to read: ECS forgets them after about an hour' }];
    return findings(own, (stops) => steady && stops.length < HABIT);
  },
});

/** A finding for each reason; those that are past are milder. */
export function findings(tasks: readonly Task[], isPast: (stops: readonly Task[]) => boolean): readonly LiveFinding[] {
  const faults = tasks.flatMap((task) => {
    const reason = classifyStop(task);
    return reason ? [{ task, reason }] : [];
  });
  const groups = groupBy(faults, ({ reason }) => `${reason.id} ${reason.means}`);
  return [...groups.values()].map((group) => {
    const { id, means, fix, why, severity } = group[0].reason;
    const stops = group.map(({ task }) => task);
    return {
      id,
      fix,
      why,
      severity: severity ?? (isPast(stops) ? 'warning' : 'error'),
      property: 'stoppedReason',
      detail: `stopped tasks (${count(stops.length, 'task')} in the last hour) ${means}`,
      evidence: [...new Set(newestFirst(stops).flatMap(wordsOf))].slice(0, MOST_EVIDENCE),
    };
  });
}

function newestFirst(tasks: readonly Task[]): readonly Task[] {
  return [...tasks].sort((one, other) => Number(other.stoppedAt ?? 0) - Number(one.stoppedAt ?? 0));
}
