import type { Account, LiveNetwork, LiveService } from '../../cli/collect/account';
import type { Task } from '../../cli/collect/shapes';
import type { LiveCase } from '../fixtures/live-case';
import { minutesAgo } from '../fixtures/recorded/arns';
import { withContainer, withService } from '../fixtures/recorded/changed';
import { runningTask, web } from '../fixtures/recorded/healthy';

const AGENT = 'ExecuteCommandAgent';

function withAgents(managedAgents: readonly object[], task: Partial<Task> = {}, live: Partial<LiveService> = {}): Account {
  const container = { name: 'app', lastStatus: 'RUNNING', managedAgents: [...managedAgents] };
  const runningTasks = [{ ...runningTask, enableExecuteCommand: true, containers: [container], ...task }];
  return withService({ enableExecuteCommand: true }, { runningTasks, ...live });
}

const withAgent = (lastStatus: string, live: Partial<LiveService> = {}) => withAgents([{ name: AGENT, lastStatus, reason: 'no network' }], {}, live);

/** The network of the service without a route to the internet. */
function closed(endpoints: readonly object[]): Partial<LiveService> {
  const network = web.network as LiveNetwork;
  return { network: { ...network, endpoints, routeTables: network.routeTables.map((table) => ({ ...table, Routes: [] })) } };
}

export const cases: readonly LiveCase[] = [
  { name: 'an agent that stopped', caught: true, account: withAgent('STOPPED') },
  { name: 'an agent that does not start', caught: true, account: withAgent('PENDING') },
  { name: 'a container without an agent', caught: true, account: withAgents([]) },
  { name: 'an agent without a way to Systems Manager', caught: true, account: withAgent('STOPPED', closed([])) },
  {
    name: 'an agent whose endpoint has no private DNS',
    caught: true,
    account: withAgent('STOPPED', closed([{ VpcEndpointId: 'vpce-1', ServiceName: 'com.amazonaws.eu-west-1.ssmmessages', PrivateDnsEnabled: false }])),
  },
  { name: 'an agent on a read-only root', caught: true, account: withAgent('STOPPED', { taskDefinition: withContainer({ readonlyRootFilesystem: true }) }) },
  { name: 'an agent without a task role', caught: true, account: withAgent('STOPPED', { taskDefinition: withContainer({}, { taskRoleArn: undefined }) }) },
  { name: 'an agent that runs', caught: false, account: withAgent('RUNNING') },
  { name: 'an agent of a task that has just started', caught: false, account: withAgents([{ name: AGENT, lastStatus: 'PENDING' }], { startedAt: minutesAgo(1) }) },
  { name: 'a task from before ECS Exec was on', caught: false, account: withAgents([], { enableExecuteCommand: false }) },
  { name: 'a task whose platform version has no ECS Exec', caught: true, account: withAgents([], { platformVersion: '1.3.0' }) },
  {
    name: 'an agent that signs with a key in the environment',
    caught: true,
    account: withAgent('STOPPED', { taskDefinition: withContainer({ secrets: [{ name: 'AWS_ACCESS_KEY_ID', valueFrom: 'arn:aws:ssm:eu-west-1:111122223333:parameter/key' }] }) }),
  },
];
