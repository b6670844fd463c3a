import { readDeployments } from './deployments';
import { readExpressServices } from './express-services';
import { readImages } from './images';
import { readTargetGroups } from './load-balancing';
import { readLogGroups } from './log-groups';
import { readMountTargets } from './mount-targets';
import { readNamespaces } from './namespaces';
import { readNetwork } from './network';
import type { ListedTargets } from './scalable-targets';
import { readDeadLetters, type UsedQueue } from './dead-letters';
import { readMachines, type ReadMachines } from './machines';
import { namesOf, readRuleDeadLetters, readRuleNames } from './rules';
import { readScaling, type ScalingOf } from './scaling';
import { readSchedules, type ReadSchedules } from './schedules';
import { readRegistrations } from './registrations';
import { readRoles } from './roles';
import { keysOf, readSecrets, statesOf } from './secrets';
import { readStacks } from './stacks';
import { readTaskDefinitions } from './task-definitions';
import { readUsage } from './usage';
import { Unknown, type Fact } from '../../../facts/fact';
import type { LiveDeadLetterQueue, LiveRule, LiveScheduleGroup, LiveService } from '../account';
import { from, leftOut, reaches, type Context } from '../context';
import { queueBeside, queuesNamedBy, queuesOf } from '../queues-of';
import type { Cluster, Service, TaskDefinition } from '../shapes';

interface Around {
  readonly now: Date;
  readonly listedTargets: Promise<ListedTargets>;
  readonly clusterOf: (service: Service) => Cluster;
}

interface LiveResources {
  /** Resources of a service, without its tasks, which are read by cluster. */
  readonly ofService: (service: Service) => Omit<LiveService, 'runningTasks' | 'protectedTasks'>;
  readonly rules: (cluster: Cluster) => Fact<readonly LiveRule[]>;
  readonly scheduleGroups: (cluster: Cluster) => Fact<readonly LiveScheduleGroup[]>;
  readonly unreadMachines: readonly Unknown[];
  readonly deadLetterQueues: Fact<ReadonlyMap<string, Fact<LiveDeadLetterQueue>>>;
}

/** Resources of services, and the rules and schedules of clusters, whose metrics share calls with those of services. */
export async function readLiveServices(
  context: Context, clusters: readonly Cluster[], services: readonly Service[], { now, listedTargets, clusterOf }: Around,
): Promise<LiveResources> {
  // The slowest calls start first.
  const readingScaling = readScaling(context, services, listedTargets);
  const isDeep = reaches(context.depth, 'deep');
  const readingStarts = isDeep ? readStarts(context, clusters) : undefined;
  const [scaling, targetGroups, definitions, deployments, namespaces, network, registrations, usage, stack] = await Promise.all([
    readingScaling,
    from('default', context, readTargetGroups(context))(services),
    readWithDefinitions(context, services, clusterOf),
    reaches(context.depth, 'default') ? readDeployments(context, services) : undefined,
    from('default', context, (all) => readNamespaces(context, all, clusterOf))(services),
    from('deep', context, readNetwork(context))(services),
    from('deep', context, readRegistrations(context))(services),
    readingStarts && readUsage(context, now, { services, scaling: readingScaling, ...readingStarts }),
    from('default', context, readStacks(context))(services),
  ]);
  const deadLetterQueues = readingStarts ? await readDeadLettersOf(context, services, { ...readingStarts, scaling, definitions }) : leftOut('deep');
  const ofService = (service: Service): Omit<LiveService, 'runningTasks' | 'protectedTasks'> => ({
    service,
    ...definitions(service),
    deployments: deployments?.deployments(service) ?? leftOut('default'),
    revisions: deployments?.revisions(service) ?? leftOut('default'),
    targetGroups: targetGroups(service),
    scaling: scaling.scaling(service),
    deploymentAlarms: scaling.deploymentAlarms(service),
    namespaces: namespaces(service),
    network: network(service),
    stack: stack(service),
    registrations: registrations(service),
    ...usage?.ofService(service) ?? { utilization: leftOut('deep'), queueAges: leftOut('deep') },
  });
  return {
    ofService,
    rules: (cluster) => usage?.rules(cluster) ?? leftOut('deep'),
    scheduleGroups: (cluster) => usage?.scheduleGroups(cluster) ?? leftOut('deep'),
    unreadMachines: (await readingStarts?.machines)?.unread ?? [],
    deadLetterQueues,
  };
}

interface Starts {
  readonly machines: Promise<ReadMachines>;
  readonly rules: Promise<ReadonlyMap<string, Fact<readonly string[]>>>;
  readonly schedules: Promise<Fact<ReadSchedules>>;
}

function readStarts(context: Context, clusters: readonly Cluster[]): Starts {
  const machines = readMachines(context, clusters);
  return { machines, rules: readRuleNames(context, clusters, machines), schedules: readSchedules(context, clusters, machines) };
}

interface Senders extends Starts {
  readonly scaling: ScalingOf;
  readonly definitions: (service: Service) => { readonly taskDefinition: Fact<TaskDefinition> };
}

/** Dead-letter queues of the queues that services work on, and of the rules, schedules and state machines that start tasks. */
async function readDeadLettersOf(context: Context, services: readonly Service[], { scaling, definitions, ...started }: Senders) {
  const [machines, rules, schedules] = await Promise.all([started.machines, started.rules, started.schedules]);
  return readDeadLetters(context, {
    worked: services.flatMap((service) => [
      mapped(definitions(service).taskDefinition, (definition) => queuesNamedBy(definition, service.clusterArn!)),
      mapped(mapped(scaling.scaling(service), (scaled) => (scaled ? queuesOf(scaled) : [])), (names) => (
        names.map((name) => queueBeside(service.clusterArn!, name)))),
    ]),
    direct: [
      ...await readRuleDeadLetters(context, namesOf(rules)),
      mapped(schedules, ({ ofTasks }) => ofTasks.flatMap(({ name, deadLetterQueue: arn }): readonly UsedQueue[] =>
        (arn === undefined ? [] : [{ arn, by: `schedule ${name}` }]))),
      machines.ofTasks.flatMap(({ arn: machine, deadLetterQueues }) => deadLetterQueues.map((arn) => ({ arn, by: `state machine ${machine.split(':')[6]}` }))),
      ...machines.unread,
    ],
  });
}

function mapped<T, U>(fact: Fact<T>, use: (value: T) => Fact<U>): Fact<U> {
  return fact instanceof Unknown ? fact : use(fact as T);
}

/** Task definitions, and what they name. */
async function readWithDefinitions(context: Context, services: readonly Service[], clusterOf: Around['clusterOf']) {
  const taskDefinition = await from('default', context, readTaskDefinitions(context))(services);
  const [logGroups, images, secrets, mountTargets, express] = await Promise.all([
    from('default', context, (all) => readLogGroups(context, all, taskDefinition, clusterOf))(services),
    from('deep', context, (all) => readImages(context, all, taskDefinition))(services),
    from('deep', context, (all) => readSecrets(context, all, taskDefinition))(services),
    from('deep', context, (all) => readMountTargets(context, all, taskDefinition))(services),
    from('deep', context, readExpressServices(context))(services),
  ]);
  const secretKeys = (service: Service) => keysOf(secrets(service));
  const roles = await from('deep', context, (all) => readRoles(context, all, { definitionOf: taskDefinition, keysOf: secretKeys, expressOf: express, clusterOf }))(services);
  return (service: Service) => ({
    taskDefinition: taskDefinition(service),
    logGroups: logGroups(service),
    images: images(service),
    secrets: statesOf(secrets(service)),
    secretKeys: secretKeys(service),
    roles: roles(service),
    express: express(service),
    mountTargets: mountTargets(service),
  });
}
