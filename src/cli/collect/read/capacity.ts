import { Unknown, type Fact } from '../../../facts/fact';
import { fact } from '../call-failed';
import { CALLS } from '../calls';
import { unique, type Context } from '../context';
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

/** The capacity providers of all clusters; what it answers finds those of one. */
export async function readCapacityProviders(
  { aws }: Context, clusters: readonly Cluster[],
): Promise<(cluster: Cluster) => Fact<readonly CapacityProvider[]>> {
  const names = unique(clusters.flatMap(({ capacityProviders }) => capacityProviders ?? []));
  const all = await fact(async () => (await Promise.all(batchesOf(names, CALLS.describeCapacityProviders.batch).map((capacityProviders) => (
    allPages(aws, CALLS.describeCapacityProviders, { capacityProviders }, (page) => page.capacityProviders))))).flat());
  return (cluster) => (all instanceof Unknown ? all : all.filter(({ name }) => cluster.capacityProviders?.includes(name!)));
}
