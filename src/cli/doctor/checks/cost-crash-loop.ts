import { known } from '../../../facts/fact';
import { classifyStop } from '../classifier/classify-stop';
import { onService } from '../live-check';

const MOST_STOPS = 3;

export const costCrashLoop = onService({
  id: 'cost-crash-loop',
  check: ({ cluster, live: { service } }) => {
    const stops = known(cluster.stoppedTasks).filter((task) => task.group === `service:${service.serviceName}` && task.startedAt && isFault(classifyStop(task)));
    return stops.length > MOST_STOPS ? [{ property: 'stoppedTasks', detail: `stoppedTasks (${stops.length} in the last hour) had all been running` }] : [];
  },
});

function isFault(reason: ReturnType<typeof classifyStop>): boolean {
  return reason !== undefined && reason.severity !== 'info';
}
