import { ARNS, minutesAgo } from '../../../../src/gotchas/fixtures/recorded/arns';
import { healthy, runningTask, service as web, shop, targetGroup, taskDefinition, web as live } from '../../../../src/gotchas/fixtures/recorded/healthy';
import type { Account, LiveCluster, LiveService } from '../../../../src/cli/collect/account';
import type { Deployment, Service, ServiceEvent, Task } from '../../../../src/cli/collect/shapes';

/* A cluster unlike that of the other tests: other names, numbers and shapes of services. */

/** A change of a service and of what belongs to it. */
export interface Change {
  readonly service?: Partial<Service>;
  readonly live?: Partial<LiveService>;
  /** Changes of its deployment. */
  readonly deployment?: Partial<Deployment>;
  /** Minutes ago and text, the newest first. */
  readonly events?: readonly (readonly [number, string])[];
}

export function eventsOf(name: string, events: Change['events'] = []): ServiceEvent[] {
  return events.map(([minutes, message], index) => ({ id: `${name}${index}`, createdAt: minutesAgo(minutes), message: `(service ${name}) ${message}` }));
}

export function task(name: string, change: Partial<Task> = {}): Task {
  return { ...runningTask, taskArn: `${name}-${JSON.stringify(change).length}`, group: `service:${name}`, taskDefinitionArn: revision(name), startedAt: minutesAgo(900), startedBy: `ecs-svc/${name}`, ...change };
}

export function revision(name: string, number = 12): string {
  return ARNS.task.replace('web:7', `${name}:${number}`);
}

/** A worker of five tasks without a load balancer, steady for hours. */
export function worker(name: string, { service = {}, live: around = {}, deployment = {}, events }: Change = {}): LiveService {
  const count = service.desiredCount ?? 5;
  const primary: Deployment = { ...web.deployments![0], id: `ecs-svc/${name}`, taskDefinition: revision(name), desiredCount: count, runningCount: service.runningCount ?? count, ...deployment };
  return {
    ...live,
    targetGroups: [],
    scaling: undefined,
    taskDefinition: { ...taskDefinition, taskDefinitionArn: revision(name), family: name, revision: 12 },
    runningTasks: Array.from({ length: service.runningCount ?? count }, (_, index) => task(name, { taskArn: `${name}-${index}` })),
    revisions: [{ serviceRevisionArn: `arn:r/${name}`, taskDefinition: revision(name), containerImages: [] }],
    ...around,
    service: {
      ...web,
      serviceName: name,
      serviceArn: ARNS.service.replace('/web', `/${name}`),
      taskDefinition: revision(name),
      desiredCount: count,
      runningCount: count,
      loadBalancers: [],
      healthCheckGracePeriodSeconds: undefined,
      deployments: [primary],
      events: eventsOf(name, events ?? [[340, 'has reached a steady state.']]),
      ...service,
    },
  };
}

/** A web service of three tasks behind a target group of its own. */
export function site(name: string, change: Change = {}): LiveService {
  const arn = ARNS.targetGroup.replace('/web/', `/${name}/`);
  const group = {
    ...targetGroup,
    targetGroup: { ...targetGroup.targetGroup, TargetGroupArn: arn, TargetGroupName: name },
    health: [1, 2, 3].map((index) => ({ Target: { Id: `10.7.0.${index}`, Port: 8080 }, TargetHealth: { State: 'healthy' as const } })),
    listeners: (targetGroup.listeners as readonly object[]).map((one) => ({
      ...one, DefaultActions: [{ Type: 'forward', TargetGroupArn: arn }], Rules: [{ RuleArn: `${name}/default`, IsDefault: true, Priority: 'default', Actions: [{ Type: 'forward', TargetGroupArn: arn }] }],
    })) as never,
  };
  return worker(name, {
    ...change,
    service: {
      desiredCount: 3, runningCount: 3, loadBalancers: [{ targetGroupArn: arn, containerName: 'app', containerPort: 8080 }], healthCheckGracePeriodSeconds: 45, ...change.service,
    },
    live: { targetGroups: [group], ...change.live },
  });
}

/** The group of a site, changed. */
export function groupOf({ targetGroups }: LiveService, change: object): LiveService['targetGroups'] {
  return (targetGroups as readonly object[]).map((group) => ({ ...group, ...change })) as never;
}

/** Tasks that stopped so many minutes ago. */
export function stops(name: string, minutes: readonly number[], change: Partial<Task>): readonly Task[] {
  return minutes.map((ago, index) => task(name, { taskArn: `${name}-stop-${index}-${JSON.stringify(change).length}`, lastStatus: 'STOPPED', desiredStatus: 'STOPPED', stoppedAt: minutesAgo(ago), ...change }));
}

export function cluster(services: readonly LiveService[], change: Partial<LiveCluster> = {}): Account {
  const sorted = [...services].sort((a, b) => (a.service.serviceName! < b.service.serviceName! ? -1 : 1));
  return { ...healthy, clusters: [{ ...shop, services: sorted, ...change }] };
}
