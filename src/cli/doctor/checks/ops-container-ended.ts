import { known, Unknown } from '../../../facts/fact';
import { isTelemetry } from '../../../gotchas/images';
import { count } from '../../collect/service-state';
import type { Container, Task, TaskDefinition } from '../../collect/shapes';
import { groupBy } from '../../group-by';
import { classify } from '../classifier/classify';
import { isKilled } from '../limits/limit';
import { memoryLimit } from '../limits/memory';
import { onService, type LiveFinding } from '../live-check';
import { isProxy } from './sc-proxy-unhealthy';

type Definition = NonNullable<TaskDefinition['containerDefinitions']>[number];

/** Containers that ended, or fail their health check, in tasks that run on. */
export const opsContainerEnded = onService({
  id: 'ops-container-ended',
  check: ({ live: { runningTasks, taskDefinition } }) => {
    const tasks = known(runningTasks).filter(({ lastStatus, desiredStatus }) => lastStatus === 'RUNNING' && desiredStatus !== 'STOPPED');
    const definitions = taskDefinition instanceof Unknown ? [] : known(taskDefinition).containerDefinitions ?? [];
    const ended = tasks.flatMap((task) => (task.containers ?? []).map((container) => ({ container, task }))).filter(({ container }) => container.lastStatus === 'STOPPED'
      && !isProxy(container) && isMissed(container, definitions.find(({ name }) => name === container.name)));
    // The health of a task is that of its essential containers.
    const ill = tasks.filter(({ healthStatus }) => healthStatus !== 'UNHEALTHY').flatMap(({ containers = [] }) => containers)
      .filter((container) => container.lastStatus !== 'STOPPED' && container.healthStatus === 'UNHEALTHY' && !isProxy(container));
    return [
      ...[...groupBy(ended, ({ container }) => container.name ?? '').values()].map((group) => finding(group, tasks.length)),
      ...byName(ill).map(([{ name = '' }, ...others]): LiveFinding => ({
        property: `containers[${name}]`,
        detail: `containers[${name}] (UNHEALTHY) fails its health check in ${others.length + 1} of ${count(tasks.length, 'running task')}, which are healthy without it`,
        fix: 'read the last log lines of the container, and run the command of its health check in it; make it essential if the application needs it',
      })),
    ];
  },
});

function byName(containers: readonly Container[]): readonly (readonly Container[])[] {
  return [...groupBy(containers, ({ name }) => name ?? '').values()];
}

/** A container that prepares a task ends well; one that serves others never should. */
function isMissed({ exitCode = 0, reason }: Container, definition: Definition | undefined): boolean {
  if (exitCode !== 0 || reason !== undefined) return true;
  const { healthCheck, firelensConfiguration, portMappings = [], image: reference = '' } = definition ?? {};
  return healthCheck !== undefined || firelensConfiguration !== undefined || portMappings.length > 0 || isTelemetry({ reference });
}

interface Ended {
  readonly container: Container;
  readonly task: Task;
}

function finding(ended: readonly Ended[], tasks: number): LiveFinding {
  const [{ container, task }] = ended;
  const { name = '', exitCode } = container;
  const reasons = [...new Set(ended.map((one) => one.container.reason).filter((reason) => reason !== undefined))];
  const meaning = reasons.map((reason) => classify(reason)).find((one) => typeof one === 'object') ?? (isKilled(container) ? KILLED_ALONE : undefined);
  const limit = meaning?.id === 'dep-oom' ? memoryLimit(container, task) : undefined;
  return {
    property: `containers[${name}]`,
    fix: limit?.fix ?? (GUARD_DUTY.test(name) ? GUARD_DUTY_FIX : undefined),
    detail: [
      `containers[${name}] (exit code ${exitCode ?? 'unknown'}) ended in ${ended.length} of ${count(tasks, 'running task')}, which run on without it`,
      ...meaning ? [`such tasks ${meaning.means}`] : [],
      ...limit ? [limit.text] : [],
    ].join(': '),
    evidence: reasons,
  };
}

/** ECS adds the agent of GuardDuty to a task by itself. */
const GUARD_DUTY = /^aws-guardduty-agent/;
const GUARD_DUTY_FIX = 'GuardDuty Runtime Monitoring lacks its agent in these tasks: add an endpoint for guardduty-data with private DNS to the VPC, open port 443 to it, let the execution role pull from ECR, and replace the tasks';

/** The task goes on, so ECS did not stop the container. */
const KILLED_ALONE = { id: 'dep-oom', means: 'had a container that was killed, mostly for the memory it uses' };
