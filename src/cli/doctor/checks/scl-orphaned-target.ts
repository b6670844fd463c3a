import { known } from '../../../facts/fact';
import { count, nameIn } from '../../collect/service-state';
import { onCluster } from '../live-check';

const MOST_NAMED = 3;

export const sclOrphanedTarget = onCluster({
  id: 'scl-orphaned-target',
  check: ({ cluster }) => {
    const left = known(cluster.orphanedTargets).map(({ ResourceId }) => nameIn(ResourceId));
    if (left.length === 0) return [];
    const named = left.slice(0, MOST_NAMED).join(', ') + (left.length > MOST_NAMED ? ', …' : '');
    return [{
      property: 'resourceId',
      detail: `scalable targets (${count(left.length, 'target')}: ${named}) are of services that are gone`,
    }];
  },
});
