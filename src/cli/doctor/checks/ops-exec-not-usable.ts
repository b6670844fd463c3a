import { known, Unknown, type Fact } from '../../../facts/fact';
import type { LiveNetwork, LiveService } from '../../collect/account';
import { routeTableOf } from '../../collect/route-table';
import { count } from '../../collect/service-state';
import type { RouteTable, Task } from '../../collect/shapes';
import { onService } from '../live-check';

const AGENT = 'ExecuteCommandAgent';
/** Minutes in which the agent has started beside its container. */
const START = 10;

export const opsExecNotUsable = onService({
  id: 'ops-exec-not-usable',
  check: ({ now, live }) => {
    const { service, runningTasks } = live;
    if (!service.enableExecuteCommand) return [];
    const agents = known(runningTasks).filter((task) => task.enableExecuteCommand && minutesOf(task, now) >= START).flatMap(agentsOf);
    const broken = agents.filter(({ lastStatus }) => lastStatus !== 'RUNNING');
    if (broken.length === 0) return [];
    const reasons = broken.map(({ reason }) => reason).filter((reason) => reason !== undefined);
    const [status] = broken.map(({ lastStatus }) => lastStatus);
    return [{
      property: 'enableExecuteCommand',
      detail: `enableExecuteCommand (true) is of no use in ${count(broken.length, 'container')}, ${WORDS[status ?? ''] ?? 'which has no agent of it'}`,
      fix: causeOf(live),
      evidence: [...new Set(reasons)],
    }];
  },
});

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

/** The fix for what the settings of the task and its network show. */
function causeOf({ network, taskDefinition }: LiveService): string | undefined {
  if (!(taskDefinition instanceof Unknown)) {
    const closed = taskDefinition.containerDefinitions?.find(({ readonlyRootFilesystem, mountPoints = [] }) =>
      readonlyRootFilesystem && !mountPoints.some(({ containerPath = '' }) => containerPath.startsWith('/var/lib/amazon')));
    if (closed) return `mount volumes at /managed-agents, /var/lib/amazon/ssm and /var/log/amazon/ssm of container ${closed.name}, whose root file system is read-only`;
    if (taskDefinition.taskRoleArn === undefined) return 'set a task role that allows the four ssmmessages actions: the task has none';
  }
  return wayOut(network);
}

function wayOut(fact: Fact<LiveNetwork | undefined>): string | undefined {
  if (fact instanceof Unknown || fact === undefined) return undefined;
  const { endpoints, subnets, routeTables } = fact;
  const [endpoint] = endpoints.filter(({ ServiceName = '' }) => ServiceName.endsWith('.ssmmessages'));
  const isOpen = subnets.some((subnet) => leadsOut(routeTableOf(subnet, routeTables)));
  if (endpoint?.PrivateDnsEnabled === false && !isOpen) return `turn on private DNS of the endpoint ${endpoint.VpcEndpointId} for ssmmessages: tasks do not find it by its name`;
  return endpoint || isOpen ? undefined : 'add an interface endpoint for ssmmessages: the subnets of the tasks have no route to the internet';
}

function leadsOut(table: RouteTable | undefined): boolean {
  return table?.Routes?.some(({ DestinationCidrBlock, State }) => DestinationCidrBlock === '0.0.0.0/0' && State !== 'blackhole') ?? true;
}
