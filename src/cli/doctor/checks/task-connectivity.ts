import { known } from '../../../facts/fact';
import { count, minutesSince } from '../../collect/service-state';
import { runsOnInstances } from '../compute';
import { onService } from '../live-check';

/** Connections are lost and found again within minutes. */
const LONG_MINUTES = 10;

/** Tasks on Fargate whose agent, which is on the side of AWS, has lost its connection. On instances it is that of the instance. */
export const taskConnectivity = onService({
  id: 'ops-aws-fault',
  check: ({ now, cluster, live: { service, runningTasks } }) => {
    if (runsOnInstances(service, cluster)) return [];
    const tasks = known(runningTasks).filter(({ lastStatus }) => lastStatus === 'RUNNING');
    const lost = tasks.filter(({ connectivity, connectivityAt }) => connectivity === 'DISCONNECTED' && minutesSince(connectivityAt, now) >= LONG_MINUTES);
    if (lost.length === 0) return [];
    const longest = Math.floor(Math.max(...lost.map(({ connectivityAt }) => minutesSince(connectivityAt, now))));
    return [{
      property: 'connectivity',
      severity: 'warning',
      detail: `connectivity (DISCONNECTED) of ${count(lost.length, 'task')} of ${tasks.length} for up to ${longest} minutes: ECS shows their last known state, and opens no sessions in them`,
      why: 'The agent of Fargate reports the state of a task to ECS. Without its connection, ECS neither sees nor stops containers of the task.',
      fix: 'stop the tasks with aws ecs stop-task, so that the service starts others; if all of a zone are concerned, see AWS Health',
    }];
  },
});
