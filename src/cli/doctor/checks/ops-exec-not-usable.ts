import { known, Unknown } from '../../../facts/fact';
import { count } from '../../collect/service-state';
import type { ContainerInstance, Task, TaskDefinition } from '../../collect/shapes';
import { lacking } from '../agent-features';
import { runsOnInstances } from '../compute';
import { execObstacle } from '../exec-obstacle';
import { onService, type LiveFinding, type ServiceView } from '../live-check';

const AGENT = 'ExecuteCommandAgent';
/** Minutes in which the agent has started beside its container. */
const START = 10;

export const opsExecNotUsable = onService({
  id: 'ops-exec-not-usable',
  check: (view) => {
    const { now, live: { service, runningTasks } } = view;
    if (!service.enableExecuteCommand || hasOldAgents(view)) return [];
    // Tasks from before ECS Exec was on are another gotcha.
    const settled = known(runningTasks).filter((task) => minutesOf(task, now) >= START && task.enableExecuteCommand === true);
    return withoutAgent(settled, view);
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

/** Instances whose agent is from before ECS Exec are another gotcha. */
function hasOldAgents({ cluster, live: { service, taskDefinition } }: ServiceView): boolean {
  const { containerInstances } = cluster;
  if (!runsOnInstances(service, cluster) || containerInstances instanceof Unknown || taskDefinition instanceof Unknown) return false;
  const versions = (containerInstances as readonly ContainerInstance[]).flatMap(({ versionInfo }) => versionInfo?.agentVersion ?? []);
  return versions.length > 0 && versions.every((version) => lacking(version, taskDefinition as TaskDefinition, service).some(({ name }) => name === 'ECS Exec'));
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
