import type { CapacityFacts } from '../../facts/capacity';
import { known } from '../../facts/fact';

/** True if nothing but tasks of a capacity provider starts the first instance of a group. */
export function beginsAtZero(group: CapacityFacts): boolean {
  const { minInstances, setsDesiredCapacity, managedScaling, schedules, foreignPolicies, holdsServices } = group;
  return known(minInstances) === 0 && !known(setsDesiredCapacity) && known(managedScaling)
    && known(schedules).length === 0 && known(foreignPolicies) === 0 && !known(holdsServices);
}
