import { Unknown } from '../../../facts/fact';
import type { ServiceNow } from '../../collect/read-service';
import type { Deployment, Task } from '../../collect/shapes';

/** Stopped tasks of one deployment, and not those of the revision that it replaces. */
export function stopsOf({ stoppedTasks }: ServiceNow, deployment: Deployment | undefined): readonly Task[] {
  if (stoppedTasks instanceof Unknown || !deployment) return [];
  const began = Number(deployment.createdAt ?? 0);
  return stoppedTasks.filter(({ startedBy, taskDefinitionArn, createdAt, stoppedAt }) => (
    startedBy === deployment.id || (taskDefinitionArn === deployment.taskDefinition && Number(createdAt ?? stoppedAt ?? 0) >= began)));
}
