import { count, minutesSince } from '../../collect/service-state';
import { onService } from '../live-check';

const DAY_HOURS = 24;

export const opsOrphanActiveDeployments = onService({
  id: 'ops-orphan-active-deployments',
  words: {
    title: 'Tasks of an old deployment that nobody ended',
    severity: 'warning',
    why: 'Two revisions answer side by side, and both are paid for.',
    fix: 'end the deployment under way, or force a new one',
    docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html',
  },
  check: ({ live: { service }, now }) => (service.deployments ?? []).flatMap(({ status, runningCount = 0, updatedAt, taskDefinition }) => {
    const hours = Math.floor(minutesSince(updatedAt, now) / 60);
    if (status !== 'ACTIVE' || runningCount === 0 || hours < DAY_HOURS) return [];
    return [{ property: 'deployments', detail: `deployments (${taskDefinition?.split('/').at(-1) ?? 'an old one'}) still have ${count(runningCount, 'task')} after ${hours} hours` }];
  }),
});
