import { known } from '../../../facts/fact';
import { classifyStop } from '../classifier/classify-stop';
import { eraOf } from '../history';
import { onService } from '../live-check';

const MOST_STOPS = 3;

export const costCrashLoop = onService({
  id: 'cost-crash-loop',
  check: (view) => {
    const { cluster, live: { service } } = view;
    const stops = known(cluster.stoppedTasks).filter((task) => task.group === `service:${service.serviceName}` && task.startedAt && isFault(classifyStop(task)));
    if (stops.length <= MOST_STOPS || eraOf(view, stops) === 'past') return [];
    return [{ property: 'stoppedTasks', detail: `stoppedTasks (${stops.length} in the last hour) had all been running` }];
  },
});

function isFault(reason: ReturnType<typeof classifyStop>): boolean {
  return reason !== undefined && (reason.severity ?? 'error') === 'error';
}
