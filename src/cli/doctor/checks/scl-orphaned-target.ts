import { known } from '../../../facts/fact';
import { count, nameIn } from '../../collect/service-state';
import { onCluster } from '../live-check';

const MOST_NAMED = 3;

export const sclOrphanedTarget = onCluster({
  id: 'scl-orphaned-target',
  words: {
    title: 'Scaling of services that are gone',
    severity: 'warning',
    why: 'The target keeps its range, its policies and their alarms: the next service of that name is scaled by them.',
    fix: 'remove it with `aws application-autoscaling deregister-scalable-target`',
    docsUrl: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DeregisterScalableTarget.html',
  },
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
