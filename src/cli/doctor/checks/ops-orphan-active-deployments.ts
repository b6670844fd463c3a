import { count, minutesSince } from '../../collect/service-state';
import { onService } from '../live-check';

const DAY_HOURS = 24;

export const opsOrphanActiveDeployments = onService({
  id: 'ops-orphan-active-deployments',
  check: ({ live: { service }, now }) => (service.deployments ?? []).flatMap(({ status, runningCount = 0, updatedAt, taskDefinition }) => {
    const hours = Math.floor(minutesSince(updatedAt, now) / 60);
    if (status !== 'ACTIVE' || runningCount === 0 || hours < DAY_HOURS) return [];
    return [{ property: 'deployments', detail: `deployments (${taskDefinition?.split('/').at(-1) ?? 'an old one'}) still have ${count(runningCount, 'task')} after ${hours} hours` }];
  }),
});
