import type { LiveService, Registration } from '../../cli/collect/account';
import type { Task } from '../../cli/collect/shapes';
import { Unknown } from '../../facts/fact';
import type { LiveCase } from '../fixtures/live-case';
import { ACCOUNT, minutesAgo, REGION } from '../fixtures/recorded/arns';
import { rollingOut, withLive } from '../fixtures/recorded/changed';
import { runningTask } from '../fixtures/recorded/healthy';

const REGISTRY = `arn:aws:servicediscovery:${REGION}:${ACCOUNT}:service/srv-1234567890abcdef`;

const task = (id: string, address: string, change: Partial<Task> = {}): Task => ({
  ...runningTask,
  taskArn: `arn:aws:ecs:${REGION}:${ACCOUNT}:task/shop/${id}`,
  attachments: [{ type: 'ElasticNetworkInterface', status: 'ATTACHED', details: [{ name: 'privateIPv4Address', value: address }] }],
  ...change,
});
const registered = (id: string, address: string, change: Partial<Registration> = {}): Registration => ({ id, address, service: 'web', cluster: 'shop', ...change });

const TASKS = [task('t1', '10.0.0.11'), task('t2', '10.0.1.12')];
const BOTH = [registered('t1', '10.0.0.11'), registered('t2', '10.0.1.12')];

function withInstances(registrations: readonly Registration[] | Unknown, change: Partial<LiveService> = {}, isDeploying = false) {
  return withLive(
    { runningTasks: TASKS, registrations: registrations instanceof Unknown ? registrations : new Map([[REGISTRY, registrations]]), namespaces: new Map([[REGISTRY, { Id: 'ns-1', Name: 'shop.local' }]]), ...change },
    { serviceRegistries: [{ registryArn: REGISTRY }], ...isDeploying && { deployments: [rollingOut()] } },
  );
}

export const cases: readonly LiveCase[] = [
  { name: 'an instance whose task is gone', caught: true, account: withInstances([...BOTH, registered('t0', '10.0.0.99')]) },
  { name: 'a task that is not registered', caught: true, account: withInstances(BOTH.slice(1)) },
  { name: 'an instance with the address of an earlier task', caught: true, account: withInstances([BOTH[0], registered('t2', '10.0.1.99')]) },
  { name: 'all tasks, and no other', caught: false, account: withInstances(BOTH) },
  { name: 'instances of another service and of other programs', caught: false, account: withInstances([...BOTH, registered('x', '10.0.9.9', { service: 'api' }), registered('y', '10.0.9.8', { service: undefined, cluster: undefined })]) },
  { name: 'a deployment that replaces tasks', caught: false, account: withInstances(BOTH.slice(1), {}, true) },
  { name: 'a task that has just started', caught: false, account: withInstances(BOTH.slice(1), { runningTasks: [task('t1', '10.0.0.11', { startedAt: minutesAgo(1) }), TASKS[1]] }) },
  { name: 'instances that were not read', caught: false, account: withInstances(new Unknown('servicediscovery:ListInstances is denied: allow it')) },
];
