import { readDeployments } from './deployments';
import { readImages } from './images';
import { readTargetGroups } from './load-balancing';
import { readLogGroups } from './log-groups';
import { readMountTargets } from './mount-targets';
import { readNamespaces } from './namespaces';
import { readNetwork } from './network';
import type { ListedTargets } from './scalable-targets';
import { readScaling } from './scaling';
import { readSecrets } from './secrets';
import { readTaskDefinitions } from './task-definitions';
import { readUsage, type Usage } from './usage';
import { Unknown, type Fact } from '../../../facts/fact';
import type { LiveService } from '../account';
import { from, leftOut, reaches, type Context } from '../context';
import type { Cluster, Service } from '../shapes';

/** Resources of each service, without its tasks, which are read by cluster. */
export async function readLiveServices(
  context: Context, services: readonly Service[], clusterOf: (service: Service) => Cluster,
  { now, listedTargets }: { readonly now: Date; readonly listedTargets: Promise<ListedTargets> },
): Promise<(service: Service) => Omit<LiveService, 'runningTasks'>> {
  // The slowest calls start first.
  const readingScaling = readScaling(context, services, listedTargets);
  const [scaling, targetGroups, definitions, deployments, namespaces, network, usage] = await Promise.all([
    readingScaling,
    from('default', context, readTargetGroups(context))(services),
    readWithDefinitions(context, services),
    reaches(context.depth, 'default') ? readDeployments(context, services) : undefined,
    from('default', context, (all) => readNamespaces(context, all, clusterOf))(services),
    from('deep', context, readNetwork(context))(services),
    from('deep', context, readUsage(context, now, readingScaling))(services),
  ]);
  return (service) => ({
    service,
    ...definitions(service),
    deployments: deployments?.deployments(service) ?? leftOut('default'),
    revisions: deployments?.revisions(service) ?? leftOut('default'),
    targetGroups: targetGroups(service),
    scaling: scaling.scaling(service),
    deploymentAlarms: scaling.deploymentAlarms(service),
    namespaces: namespaces(service),
    network: network(service),
    ...usageOf(usage(service)),
  });
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
  return (service: Service) => ({
    taskDefinition: taskDefinition(service),
    logGroups: logGroups(service),
    images: images(service),
    secrets: secrets(service),
    mountTargets: mountTargets(service),
  });
}

function usageOf(usage: Fact<Usage>): Usage {
  return usage instanceof Unknown ? { utilization: usage, queueAges: usage } : usage;
}
