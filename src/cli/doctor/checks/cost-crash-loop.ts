import { known } from '../../../facts/fact';
import { classifyStop } from '../classifier/classify-stop';
import { onService, CausalRank } from '../live-check';

const MOST_STOPS = 3;

export const costCrashLoop = onService({
  id: 'cost-crash-loop',
  words: {
    title: 'Tasks start, run and die, over and over',
    severity: 'warning',
    why: 'ECS slows down only for tasks that never ran. Those that did are replaced at once, and each is billed from its pull on, for a minute at least.',
    fix: 'put right what makes them stop; until then, set desiredCount to 0',
    docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-throttle-logic.html',
  },
  standing: CausalRank.COUNT,
  check: ({ cluster, live: { service } }) => {
    const stops = known(cluster.stoppedTasks).filter((task) => task.group === `service:${service.serviceName}` && task.startedAt && isFault(classifyStop(task)));
    return stops.length > MOST_STOPS ? [{ property: 'stoppedTasks', detail: `stoppedTasks (${stops.length} in the last hour) had all been running` }] : [];
  },
});

function isFault(reason: ReturnType<typeof classifyStop>): boolean {
  return reason !== undefined && reason.severity !== 'info';
}
