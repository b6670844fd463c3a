import type { Account, LiveCluster } from './account';
import { Aws, type AwsOptions } from './aws';
import { cacheAt } from './cache';
import { leftOut, reaches, type Context } from './context';
import { callsFor } from './policy';
import { readCapacity, readContainerInstances } from './read/capacity';
import { readClusters } from './read/clusters';
import { readJobAlarms } from './read/job-alarms';
import { readLiveServices } from './read/live-services';
import { readLogTails } from './read/log-tails';
import { readProtection } from './read/protection';
import { listTargets, orphans } from './read/scalable-targets';
import { checkNamed, readAllServices, type ReadServices } from './read/services';
import { readSettings } from './read/settings';
import { byService, readTasks } from './read/tasks';
import type { CollectRequest } from './request';
import type { Cluster, Service, Task } from './shapes';
import { Unknown } from '../../facts/fact';

/**
 * Reads the clusters and services of one region.
 *
 * A denied, missing or failed part is `Unknown` with the reason, and the rest is read.
 *
 * @throws CannotLook where nothing can be read: no credentials, no region, no such cluster or service
 */
export async function collect(request: CollectRequest, options: AwsOptions = {}): Promise<Account> {
  const { region, profile, concurrency, signal, timeoutMs } = request;
  const aws = new Aws({ region, profile, concurrency, signal, timeoutMs, ...options });
  try {
    return await collectWith(aws, request);
  } finally {
    // If one reader can't read anything, the others can't either.
    aws.close();
  }
}

/** Reads as `collect` does, at the rate of calls that others make too. */
export async function collectWith(aws: Aws, request: CollectRequest): Promise<Account> {
  return readAccount(request, {
    aws,
    region: await aws.region(),
    depth: request.depth,
    cache: cacheAt(request.cacheFolder),
    say: request.onProgress ?? (() => undefined),
  });
}

async function readAccount(request: CollectRequest, context: Context): Promise<Account> {
  const readAt = new Date();
  const warm = context.aws.warmUp(callsFor(request.depth, request.logsOf ? ['logs'] : []).map(({ client }) => client));
  const clusters = await readClusters(context, request.clusters);
  // The longest line of calls, and it needs no service: nothing is gained by waiting.
  const listedTargets = request.services ? Promise.resolve(undefined) : listTargets(context, clusters);
  // Awaited below, unless something else goes wrong before.
  for (const begun of [warm, listedTargets]) begun.catch(() => undefined);
  const byCluster = await readAllServices(context, clusters, request.services);
  if (request.services) await checkNamed(context, clusters, request.services, byCluster);
  const clusterOf = new Map(clusters.map((cluster) => [cluster.clusterArn, cluster]));
  const services = byCluster.flatMap((read) => read.services);
  const [live, settings, jobAlarms, capacityOf, aroundClusters] = await Promise.all([
    readLiveServices(context, clusters, services, { now: readAt, listedTargets, clusterOf: (service) => clusterOf.get(service.clusterArn)! }),
    atDefault(context, () => readSettings(context)),
    reaches(context.depth, 'deep') ? readJobAlarms(context) : leftOut('deep'),
    readCapacity(context, clusters),
    Promise.all(clusters.map((cluster, index) => readAround(context, cluster, byCluster[index], request))),
  ]);
  const targets = await listedTargets;
  await warm;
  return {
    region: context.region,
    readAt,
    depth: request.depth,
    settings,
    jobAlarms,
    deadLetterQueues: live.deadLetterQueues,
    clusters: clusters.map((cluster, index): LiveCluster => {
      const { tasksOf, ...around } = aroundClusters[index];
      return {
        cluster,
        notRead: byCluster[index].notRead,
        services: byCluster[index].services.map((service) => ({
          ...live.ofService(service),
          ...tasksOf(service),
        })),
        ...around,
        rules: live.rules(cluster),
        scheduleGroups: live.scheduleGroups(cluster),
        unreadMachines: live.unreadMachines,
        orphanedTargets: orphans(targets, cluster, byCluster[index].names),
        ...capacityOf(cluster),
      };
    }),
  };
}

/** Running and stopped tasks of a cluster, and its instances. */
async function readAround(context: Context, cluster: Cluster, { services }: ReadServices, request: CollectRequest) {
  const named = request.services && services.map(({ serviceName }) => serviceName!);
  const [{ stoppedTasks, logTails }, runningTasks, containerInstances] = await Promise.all([
    readStoppedTasks(context, cluster, named, request.logsOf),
    atDefault(context, () => readTasks(context, cluster, 'RUNNING', named)),
    atDefault(context, () => readContainerInstances(context, cluster)),
  ]);
  const ofServices = runningTasks instanceof Unknown ? runningTasks : byService(runningTasks);
  const running = (service: Service) => ofServices instanceof Unknown ? ofServices : ofServices.get(service.serviceName!) ?? [];
  const protection = new Map(await Promise.all(
    services.map(async (service) => [service, await readProtection(context, service, running(service))] as const),
  ));
  const tasksOf = (service: Service) => ({ runningTasks: running(service), protectedTasks: protection.get(service)! });
  return { stoppedTasks, logTails, tasksOf, containerInstances };
}

/** Stopped tasks, and the logs that are asked for of them. */
async function readStoppedTasks(context: Context, cluster: Cluster, named: readonly string[] | undefined, logsOf: CollectRequest['logsOf']) {
  const stoppedTasks = await readTasks(context, cluster, 'STOPPED', named);
  const logTails = logsOf && !(stoppedTasks instanceof Unknown) ? await readLogTails(context, logsOf(stoppedTasks as readonly Task[])) : undefined;
  return { stoppedTasks, logTails };
}

async function atDefault<T>(context: Context, read: () => Promise<T>): Promise<T | Unknown> {
  return reaches(context.depth, 'default') ? read() : leftOut('default');
}
