import { known } from '../../../facts/fact';
import { count } from '../../collect/service-state';
import { onCluster } from '../live-check';

/** Reports rules that could not start their target in the last day: no task is left to show it. */
export const opsScheduleCannotStart = onCluster({
  id: 'ops-schedule-cannot-start',
  check: ({ cluster }) => known(cluster.rules)
    .filter(({ failed, deadLetters }) => failed > 0 || deadLetters > 0)
    .map(({ name, failed, deadLetters }) => ({
      property: 'targets',
      detail: `targets of rule ${name} could not be started (${count(failed, 'failed invocation')} in the last day, ${count(deadLetters, 'event')} sent to its dead-letter queue)`,
    })),
});
