import { readAutoScalingGroups } from './auto-scaling-groups';
import { readRole } from './roles';
import { Unknown, type Fact } from '../../../facts/fact';
import { fact } from '../call-failed';
import { CALLS } from '../calls';
import type { LiveCluster, LiveRole } from '../account';
import { leftOut, reaches, unique, type Context } from '../context';
import { mapOf } from '../lists';
import { allOf, batchesOf, describe } from '../describe';
import { allPages } from '../pages';
import type { CapacityProvider, Cluster, ContainerInstance } from '../shapes';

/** The container instances of a cluster, with their agents. */
export function readContainerInstances({ aws }: Context, cluster: Cluster): Promise<Fact<readonly ContainerInstance[]>> {
  if (cluster.registeredContainerInstancesCount === 0) return Promise.resolve([]);
  return fact(async () => {
    const ids = await allPages(aws, CALLS.listContainerInstances, { cluster: cluster.clusterArn }, (page) => page.containerInstanceArns);
    const described = allOf(await describe(aws, {
      call: CALLS.describeContainerInstances,
      ids,
      read: async (containerInstances) => {
        const answer = await aws.send(CALLS.describeContainerInstances, {
          cluster: cluster.clusterArn, containerInstances: [...containerInstances], include: ['CONTAINER_INSTANCE_HEALTH'],
        });
        return { items: answer.containerInstances ?? [], missing: (answer.failures ?? []).map(({ arn }) => arn!) };
      },
      idOf: ({ containerInstanceArn }) => containerInstanceArn,
    }));
    return described instanceof Unknown ? described : [...described.values()];
  });
}

/** The capacity providers of all clusters, and the Auto Scaling groups behind them. */
export async function readCapacity(
  context: Context, clusters: readonly Cluster[],
): Promise<(cluster: Cluster) => Pick<LiveCluster, 'capacityProviders' | 'autoScalingGroups' | 'infrastructureRoles'>> {
  if (!reaches(context.depth, 'default')) {
    return () => ({ capacityProviders: leftOut('default'), autoScalingGroups: leftOut('deep'), infrastructureRoles: leftOut('deep') });
  }
  const providersOf = await readCapacityProviders(context, clusters);
  const isDeep = reaches(context.depth, 'deep');
  const [groupsOf, rolesOf] = isDeep
    ? await Promise.all([readAutoScalingGroups(context, clusters, providersOf), readInfrastructureRoles(context, clusters, providersOf)])
    : [() => leftOut('deep'), () => leftOut('deep')];
  return (cluster) => ({ capacityProviders: providersOf(cluster), autoScalingGroups: groupsOf(cluster), infrastructureRoles: rolesOf(cluster) });
}

/** Roles with which ECS launches the Managed Instances of each cluster. */
async function readInfrastructureRoles(
  context: Context, clusters: readonly Cluster[], providersOf: (cluster: Cluster) => Fact<readonly CapacityProvider[]>,
): Promise<(cluster: Cluster) => Fact<ReadonlyMap<string, LiveRole | undefined>>> {
  const arnsOf = (cluster: Cluster) => {
    const providers = providersOf(cluster);
    if (providers instanceof Unknown) return [];
    return unique(providers.map(({ managedInstancesProvider }) => managedInstancesProvider?.infrastructureRoleArn));
  };
  const roles = await mapOf(unique(clusters.flatMap(arnsOf)), (arn) => readRole(context, arn));
  return (cluster) => {
    const own = arnsOf(cluster).map((arn) => [arn, roles.get(arn)] as const);
    return own.map(([, role]) => role).find((role) => role instanceof Unknown) ?? new Map(own as (readonly [string, LiveRole | undefined])[]);
  };
}

/** The capacity providers of all clusters; what it answers finds those of one. Fargate's are the same in each cluster. */
async function readCapacityProviders(
  { aws }: Context, clusters: readonly Cluster[],
): Promise<(cluster: Cluster) => Fact<readonly CapacityProvider[]>> {
  const read = (names: readonly string[], cluster?: string) => fact(async () => (
    await Promise.all(batchesOf(names, CALLS.describeCapacityProviders.batch).map((capacityProviders) => (
      allPages(aws, CALLS.describeCapacityProviders, { capacityProviders, cluster }, (page) => page.capacityProviders))))).flat());
  const shared = read(unique(clusters.flatMap(({ capacityProviders = [] }) => capacityProviders).filter(isFargate)));
  const own = new Map(await Promise.all(clusters.map(async ({ clusterArn, capacityProviders = [] }) => (
    // Providers of Managed Instances belong to a cluster, and are only seen from there.
    [clusterArn, await read(capacityProviders.filter((name) => !isFargate(name)), clusterArn)] as const))));
  const fargate = await shared;
  return ({ clusterArn, capacityProviders = [] }) => {
    const mine = own.get(clusterArn)!;
    if (mine instanceof Unknown) return mine;
    if (!capacityProviders.some(isFargate)) return mine;
    return fargate instanceof Unknown ? fargate : [...fargate.filter(({ name }) => capacityProviders.includes(name!)), ...mine];
  };
}

function isFargate(name: string): boolean {
  return name === 'FARGATE' || name === 'FARGATE_SPOT';
}
