import { Unknown, type Fact } from '../../../facts/fact';
import { fact } from '../call-failed';
import { CALLS } from '../calls';
import type { Context } from '../context';
import { allOf, describe } from '../describe';
import { allPages, fewPages } from '../pages';
import type { Cluster, ScalableTarget, Service } from '../shapes';

export const ECS = { ServiceNamespace: 'ecs' } as const;
export const SERVICES = { ...ECS, ScalableDimension: 'ecs:service:DesiredCount' } as const;

/** Pages of a list that other clusters, or services that are gone, may fill before it is given up. */
const SPARE_PAGES = 2;

/** All scalable targets of the region, before any service is known; `undefined` where most of them are of other clusters. */
export type ListedTargets = Fact<readonly ScalableTarget[] | undefined>;

export function listTargets({ aws }: Context, clusters: readonly Cluster[]): Promise<ListedTargets> {
  const services = clusters.reduce((sum, { activeServicesCount = 0 }) => sum + activeServicesCount, 0);
  const most = Math.ceil(services / CALLS.describeScalableTargets.batch) + SPARE_PAGES;
  return fact(() => fewPages(aws, CALLS.describeScalableTargets, ECS, (page) => page.ScalableTargets, most));
}

/** Scalable targets of services, by their resource ids. */
export async function targetsOf(
  context: Context, services: readonly Service[], listed: ListedTargets,
): Promise<Fact<ReadonlyMap<string, ScalableTarget>>> {
  if (listed === undefined) return askForTargets(context, services.map(resourceOf));
  return listed instanceof Unknown ? listed : new Map(listed.map((target) => [target.ResourceId!, target]));
}

/**
 * Scalable targets in a cluster whose services are gone.
 *
 * @param names every service that there is
 */
export function orphans(listed: ListedTargets, { clusterName }: Cluster, names: readonly string[] | undefined): Fact<readonly ScalableTarget[]> {
  if (names === undefined) return new Unknown('not every service of the cluster was read');
  if (listed === undefined) return new Unknown('most scalable targets of the region are of other clusters: use --all-clusters');
  if (listed instanceof Unknown) return listed;
  const there = new Set(names.map((name) => `service/${clusterName}/${name}`));
  return listed.filter(({ ResourceId = '' }) => ResourceId.startsWith(`service/${clusterName}/`) && !there.has(ResourceId));
}

/** Resource id of a service in Application Auto Scaling. */
export function resourceOf({ clusterArn, serviceName }: Service): string {
  return `service/${clusterArn!.split('/').pop()}/${serviceName}`;
}

async function askForTargets({ aws }: Context, ids: readonly string[]): Promise<Fact<ReadonlyMap<string, ScalableTarget>>> {
  return allOf(await describe(aws, {
    call: CALLS.describeScalableTargets,
    ids,
    read: async (ResourceIds) => {
      const input = { ...SERVICES, ResourceIds: [...ResourceIds] };
      const items = await allPages(aws, CALLS.describeScalableTargets, input, (page) => page.ScalableTargets);
      const there = new Set(items.map(({ ResourceId }) => ResourceId));
      return { items, missing: ResourceIds.filter((id) => !there.has(id)) };
    },
    idOf: ({ ResourceId }) => ResourceId,
  }));
}
