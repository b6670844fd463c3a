import { ARNS, minutesAgo } from './arns';
import { healthy, runningTask, shop, taskDefinition, web } from './healthy';
import type { Account, LiveCluster, LiveService } from '../../../../src/cli/collect/account';
import type { ContainerInstance, Deployment, Service, ServiceEvent, Task, TaskDefinition } from '../../../../src/cli/collect/shapes';

/** The healthy account, but for this in its cluster. */
export function withCluster(change: Partial<LiveCluster>): Account {
  return { ...healthy, clusters: [{ ...shop, ...change }] };
}

/** But for this of what belongs to its service; and of the service itself. */
export function withLive(change: Partial<LiveService>, service: Partial<Service> = {}, cluster: Partial<LiveCluster> = {}): Account {
  return withCluster({ ...cluster, services: [{ ...web, ...change, service: { ...web.service, ...service } }] });
}

export function withService(change: Partial<Service>, live: Partial<LiveService> = {}): Account {
  return withLive(live, change);
}

export type ContainerDefinition = NonNullable<TaskDefinition['containerDefinitions']>[number];

/** But for this of the container of its task definition. */
export function withContainer(change: Partial<ContainerDefinition>, task: Partial<TaskDefinition> = {}): TaskDefinition {
  const [app] = taskDefinition.containerDefinitions!;
  return { ...taskDefinition, ...task, containerDefinitions: [{ ...app, ...change }] };
}

/** A deployment of revision 7 that doesn't get on. */
export function rollingOut(change: Partial<Deployment> = {}): Deployment {
  return {
    ...web.service.deployments![0], rolloutState: 'IN_PROGRESS', runningCount: 0, failedTasks: 5, createdAt: minutesAgo(45), updatedAt: minutesAgo(1), ...change,
  };
}

/** Events of a start of its tasks that took so many seconds. */
export function startedIn(seconds: number): readonly ServiceEvent[] {
  const [steady, started] = web.service.events!;
  return [{ ...steady, createdAt: new Date(runningTask.startedAt!.getTime() + seconds * 1000) }, started];
}

/** Some tasks of the service that stopped. */
export function stopped(number: number, change: Partial<Task>): readonly Task[] {
  return Array.from({ length: number }, (_, index) => ({
    ...runningTask, taskArn: `${runningTask.taskArn}${index}`, lastStatus: 'STOPPED', healthStatus: 'UNKNOWN', stoppedAt: minutesAgo(5 + index), ...change,
  }));
}

/** A service that never came up, whose tasks stopped like this. */
export function withStopped(change: Partial<Task>, live: Partial<LiveService> = {}): Account {
  return withLive(live, { runningCount: 0, deployments: [rollingOut()] }, { stoppedTasks: stopped(5, change) });
}

export function instance(change: Partial<ContainerInstance> = {}): ContainerInstance {
  return {
    containerInstanceArn: `${ARNS.cluster}/i1`.replace(':cluster/', ':container-instance/'),
    ec2InstanceId: 'i-0123456789abcdef0',
    status: 'ACTIVE',
    agentConnected: true,
    versionInfo: { agentVersion: '1.105.1' },
    registeredResources: [{ name: 'CPU', type: 'INTEGER', integerValue: 2048 }, { name: 'MEMORY', type: 'INTEGER', integerValue: 7680 }],
    healthStatus: { overallStatus: 'OK' },
    ...change,
  };
}

/** The same service on container instances, as healthy. */
export function onInstances(instances: readonly ContainerInstance[], change: Partial<Service> = {}, live: Partial<LiveService> = {}): Account {
  const task = withContainer({}, { requiresCompatibilities: ['EC2'] });
  return withLive({ taskDefinition: task, ...live }, { launchType: 'EC2', platformVersion: undefined, ...change }, { containerInstances: instances });
}
