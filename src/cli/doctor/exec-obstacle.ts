import { Unknown, type Fact } from '../../facts/fact';
import { KEY_VARIABLES_OF_AGENT } from '../../facts/sdk-variables';
import type { LiveNetwork, LiveService } from '../collect/account';
import { routeTableOf } from '../collect/route-table';
import type { RouteTable, Task, TaskDefinition } from '../collect/shapes';
import { isOlder } from './agent-features';
import { isOpenIn } from './open-ports';

/** The first platform version of Fargate with ECS Exec, by the family of the operating system. */
const SINCE_LINUX = '1.4.0';
const HTTPS_PORT = 443;

/** Fix for what the settings of a task and its network show as the reason why its agent of ECS Exec does not run; `undefined` if they show none. */
export function execObstacle({ network, taskDefinition }: LiveService, tasks: readonly Task[]): string | undefined {
  const inTask = taskDefinition instanceof Unknown ? undefined : ofTask(taskDefinition as TaskDefinition);
  return inTask ?? platform(tasks) ?? wayOut(network);
}

function ofTask({ containerDefinitions = [], taskRoleArn }: TaskDefinition): string | undefined {
  const closed = containerDefinitions.find(({ readonlyRootFilesystem, mountPoints = [] }) =>
    readonlyRootFilesystem && !mountPoints.some(({ containerPath = '' }) => containerPath.startsWith('/var/lib/amazon')));
  if (closed) return `mount volumes at /managed-agents, /var/lib/amazon/ssm and /var/log/amazon/ssm of container ${closed.name}, whose root file system is read-only`;
  if (taskRoleArn === undefined) return 'set a task role that allows the four ssmmessages actions: the task has none';
  for (const { name, environment = [], secrets = [] } of containerDefinitions) {
    const key = [...environment, ...secrets].find((variable) => KEY_VARIABLES_OF_AGENT.includes(variable.name ?? ''))?.name;
    if (key !== undefined) return `remove ${key} from container ${name}: its agent signs with that key in place of the task role, so the key needs the four ssmmessages actions`;
  }
  return undefined;
}

function platform(tasks: readonly Task[]): string | undefined {
  const old = tasks.find(({ platformVersion, platformFamily = 'Linux' }) => /linux/i.test(platformFamily) && /^\d/.test(platformVersion ?? '') && isOlder(platformVersion!, SINCE_LINUX));
  return old && `set platformVersion LATEST, or ${SINCE_LINUX} at least: ${old.platformVersion} has no ECS Exec`;
}

function wayOut(fact: Fact<LiveNetwork | undefined>): string | undefined {
  if (fact instanceof Unknown || fact === undefined) return undefined;
  const { endpoints, subnets, routeTables, securityGroups } = fact;
  const [endpoint] = endpoints.filter(({ ServiceName = '' }) => ServiceName.endsWith('.ssmmessages'));
  const isOpen = subnets.some((subnet) => leadsOut(routeTableOf(subnet, routeTables)));
  if (endpoint?.PrivateDnsEnabled === false && !isOpen) return `turn on private DNS of the endpoint ${endpoint.VpcEndpointId} for ssmmessages: tasks do not find it by its name`;
  const own = (endpoint?.Groups ?? []).map(({ GroupId }) => GroupId);
  const groups = securityGroups.filter(({ GroupId }) => own.includes(GroupId));
  if (endpoint?.PrivateDnsEnabled !== false && groups.length > 0 && !groups.some((group) => isOpenIn(group, HTTPS_PORT))) {
    return `allow port ${HTTPS_PORT} from the tasks in the security group ${own.join(', ')} of the endpoint ${endpoint?.VpcEndpointId} for ssmmessages`;
  }
  return endpoint || isOpen ? undefined : 'add an interface endpoint for ssmmessages: the subnets of the tasks have no route to the internet';
}

function leadsOut(table: RouteTable | undefined): boolean {
  return table?.Routes?.some(({ DestinationCidrBlock, State }) => DestinationCidrBlock === '0.0.0.0/0' && State !== 'blackhole') ?? true;
}
