import { readDeployments } from './deployments';
import { readImages } from './images';
import { readTargetGroups } from './load-balancing';
import { readLogGroups } from './log-groups';
import { readMountTargets } from './mount-targets';
import { readNamespaces } from './namespaces';
import { readNetwork } from './network';
import type { ListedTargets } from './scalable-targets';
import { readRuleNames } from './rules';
import { readScaling } from './scaling';
import { readRoles } from './roles';
import { keysOf, readSecrets, statesOf } from './secrets';
import { readTaskDefinitions } from './task-definitions';
import { readUsage } from './usage';
import type { Fact } from '../../../facts/fact';
import type { LiveRule, LiveService } from '../account';
import { from, leftOut, reaches, type Context } from '../context';
import type { Cluster, Service } from '../shapes';

interface Around {
  readonly now: Date;
  readonly listedTargets: Promise<ListedTargets>;
  readonly clusterOf: (service: Service) => Cluster;
}

interface LiveResources {
  /** Resources of a service, without its tasks, which are read by cluster. */
  readonly ofService: (service: Service) => Omit<LiveService, 'runningTasks'>;
  readonly rules: (cluster: Cluster) => Fact<readonly LiveRule[]>;
}

/** Resources of services, and the rules of clusters, whose metrics share calls with those of services. */
export async function readLiveServices(
  context: Context, clusters: readonly Cluster[], services: readonly Service[], { now, listedTargets, clusterOf }: Around,
): Promise<LiveResources> {
  // The slowest calls start first.
  const readingScaling = readScaling(context, services, listedTargets);
  const [scaling, targetGroups, definitions, deployments, namespaces, network, usage] = await Promise.all([
    readingScaling,
    from('default', context, readTargetGroups(context))(services),
    readWithDefinitions(context, services),
    reaches(context.depth, 'default') ? readDeployments(context, services) : undefined,
    from('default', context, (all) => readNamespaces(context, all, clusterOf))(services),
    from('deep', context, readNetwork(context))(services),
    reaches(context.depth, 'deep')
      ? readUsage(context, now, { services, scaling: readingScaling, rules: readRuleNames(context, clusters) }) : undefined,
  ]);
  const ofService = (service: Service): Omit<LiveService, 'runningTasks'> => ({
    service,
    ...definitions(service),
    deployments: deployments?.deployments(service) ?? leftOut('default'),
    revisions: deployments?.revisions(service) ?? leftOut('default'),
    targetGroups: targetGroups(service),
    scaling: scaling.scaling(service),
    deploymentAlarms: scaling.deploymentAlarms(service),
    namespaces: namespaces(service),
    network: network(service),
    ...usage?.ofService(service) ?? { utilization: leftOut('deep'), queueAges: leftOut('deep') },
  });
  return { ofService, rules: (cluster) => usage?.rules(cluster) ?? leftOut('deep') };
}

/** Task definitions, and what they name. */
async function readWithDefinitions(context: Context, services: readonly Service[]) {
  const taskDefinition = await from('default', context, readTaskDefinitions(context))(services);
  const [logGroups, images, secrets, mountTargets] = await Promise.all([
    from('default', context, (all) => readLogGroups(context, all, taskDefinition))(services),
    from('deep', context, (all) => readImages(context, all, taskDefinition))(services),
    from('deep', context, (all) => readSecrets(context, all, taskDefinition))(services),
    from('deep', context, (all) => readMountTargets(context, all, taskDefinition))(services),
  ]);
  const secretKeys = (service: Service) => keysOf(secrets(service));
  const roles = await from('deep', context, (all) => readRoles(context, all, taskDefinition, secretKeys))(services);
  return (service: Service) => ({
    taskDefinition: taskDefinition(service),
    logGroups: logGroups(service),
    images: images(service),
    secrets: statesOf(secrets(service)),
    secretKeys: secretKeys(service),
    roles: roles(service),
    mountTargets: mountTargets(service),
  });
}
