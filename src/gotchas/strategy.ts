import { known, type Known } from '../facts/fact';
import type { CapacityProviderItemFacts, ServiceFacts } from '../facts/service';

/** The strategy that counts for a service: its own, else that of its cluster, none with a launch type. */
export function strategyOf(
  launchType: Known<ServiceFacts['launchType']>, own: readonly CapacityProviderItemFacts[], cluster: Pick<ServiceFacts['cluster'], 'defaultStrategy'>,
): readonly CapacityProviderItemFacts[] {
  if (launchType !== undefined || own.length > 0) return own;
  return known(cluster.defaultStrategy);
}

/** Returns true if a provider of a strategy is one of Fargate. */
export function isFargate(provider: string): boolean {
  return provider === 'FARGATE' || provider === 'FARGATE_SPOT';
}
