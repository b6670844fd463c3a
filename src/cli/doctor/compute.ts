import type { LiveCluster } from '../collect/account';
import type { Service } from '../collect/shapes';

/** Returns true if the tasks of a service run on container instances of its cluster, by its launch type, else by its capacity providers. */
export function runsOnInstances(service: Service, { cluster }: LiveCluster): boolean {
  const strategy = service.capacityProviderStrategy?.length ? service.capacityProviderStrategy : cluster.defaultCapacityProviderStrategy ?? [];
  if (service.launchType !== undefined && !service.capacityProviderStrategy?.length) return service.launchType === 'EC2' || service.launchType === 'EXTERNAL';
  return strategy.length === 0 || strategy.some(({ capacityProvider }) => !capacityProvider?.startsWith('FARGATE'));
}
