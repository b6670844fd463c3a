import { refuse } from '../gotchas/enforce';
import type { IEcsTask } from '../workload/ecs-task';

/** Throws for a task that a part can't be attached to. The types rule it out, except in JavaScript. */
export function checkTaskKind(at: string, task: IEcsTask): void {
  if (task.taskDefinition && task.mainContainer) return;
  const { name = 'value' } = (task as object).constructor ?? {};
  refuse({
    headline: `task is of the class ${name}, it must be a service or a task of this library`,
    at,
    property: 'task',
    fix: 'wrap it: EcsWorkload.fromService(service) or EcsTask.fromTaskDefinition(taskDefinition)',
  });
}
