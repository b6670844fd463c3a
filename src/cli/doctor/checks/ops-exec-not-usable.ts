import { known } from '../../../facts/fact';
import { count, primary } from '../../collect/service-state';
import type { Service, Task } from '../../collect/shapes';
import { execObstacle } from '../exec-obstacle';
import { onService, type LiveFinding, type ServiceView } from '../live-check';

const AGENT = 'ExecuteCommandAgent';
/** Minutes in which the agent has started beside its container. */
const START = 10;

export const opsExecNotUsable = onService({
  id: 'ops-exec-not-usable',
  check: (view) => {
    const { now, live: { service, runningTasks } } = view;
    if (!service.enableExecuteCommand) return [];
    const settled = known(runningTasks).filter((task) => minutesOf(task, now) >= START);
    return [
      ...withoutAgent(settled.filter(({ enableExecuteCommand }) => enableExecuteCommand === true), view),
      ...older(settled.filter(({ enableExecuteCommand }) => enableExecuteCommand === false), service),
    ];
  },
});

function withoutAgent(tasks: readonly Task[], { live }: ServiceView): readonly LiveFinding[] {
  const broken = tasks.flatMap(agentsOf).filter(({ lastStatus }) => lastStatus !== 'RUNNING');
  if (broken.length === 0) return [];
  const reasons = broken.map(({ reason }) => reason).filter((reason) => reason !== undefined);
  const [status] = broken.map(({ lastStatus }) => lastStatus);
  return [{
    property: 'enableExecuteCommand',
    detail: `enableExecuteCommand (true) is of no use in ${count(broken.length, 'container')}, ${WORDS[status ?? ''] ?? 'which has no agent of it'}`,
    fix: execObstacle(live, tasks),
    evidence: [...new Set(reasons)],
  }];
}

/** Tasks of the deployment that is to stay, which nothing replaces by itself. */
function older(tasks: readonly Task[], service: Service): readonly LiveFinding[] {
  const deployment = primary(service);
  const own = tasks.filter(({ startedBy, taskDefinitionArn }) => startedBy === deployment?.id && taskDefinitionArn === service.taskDefinition);
  return own.length === 0 ? [] : [{
    property: 'enableExecuteCommand',
    detail: `enableExecuteCommand (true) is of no use in ${count(own.length, 'task')}, which started before it was turned on`,
    why: 'ECS puts the agent of ECS Exec beside a container when its task starts.',
    fix: 'replace the tasks: aws ecs update-service --force-new-deployment',
  }];
}

const WORDS: { readonly [status: string]: string | undefined } = {
  STOPPED: 'whose agent has stopped',
  PENDING: `whose agent has not started in ${START} minutes`,
};

interface Agent {
  readonly lastStatus?: string;
  readonly reason?: string;
}

/** The agent of each container that runs; one that ECS does not list has no status. Containers of ECS itself, such as a proxy, have none. */
function agentsOf({ containers = [] }: Task): readonly Agent[] {
  const listed = containers.filter(({ managedAgents = [] }) => managedAgents.length > 0);
  const own = listed.length > 0 ? listed : containers;
  return own.filter(({ lastStatus = 'RUNNING' }) => lastStatus === 'RUNNING')
    .map(({ managedAgents = [] }): Agent => managedAgents.find(({ name }) => name === AGENT) ?? {});
}

function minutesOf({ startedAt }: Task, now: Date): number {
  return startedAt ? (now.getTime() - startedAt.getTime()) / 60_000 : 0;
}
