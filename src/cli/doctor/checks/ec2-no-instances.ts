import { known } from '../../../facts/fact';
import { count } from '../../collect/service-state';
import { runsOnInstances } from '../compute';
import { onService } from '../live-check';
import { longPending } from '../pending';

export const ec2NoInstances = onService({
  id: 'ec2-no-instances',
  check: (view) => {
    const { cluster, live: { service } } = view;
    if (!runsOnInstances(service, cluster) || (service.desiredCount ?? 0) === 0) return [];
    const waiting = service.launchType === undefined ? longPending(view) : undefined;
    // Capacity providers start instances when tasks wait for them.
    if (service.launchType === undefined && waiting?.status !== 'PROVISIONING') return [];
    const instances = known(cluster.containerInstances);
    if (instances.some(({ status }) => status === 'ACTIVE')) return [];
    if (waiting) {
      const names = (service.capacityProviderStrategy ?? []).map(({ capacityProvider }) => capacityProvider).join(', ');
      return [{
        property: 'capacityProviderStrategy',
        severity: 'error' as const,
        detail: `capacityProviderStrategy (${names || 'that of the cluster'}) has started no instance for ${count(waiting.tasks, 'task')} waiting for ${count(waiting.minutes, 'minute')}`,
        fix: 'read the activities of its Auto Scaling group; an instance that runs and does not join needs ECS_CLUSTER, its instance role and a route to ECS',
      }];
    }
    const place = 'of the cluster leave the service nowhere to run';
    if (instances.length === 0) {
      return [{ property: 'containerInstances', severity: 'error' as const, detail: `containerInstances (none) ${place}`, fix: 'start instances that join the cluster, or run the service on Fargate' }];
    }
    const statuses = [...new Set(instances.map(({ status }) => status))].sort().join(' or ');
    return [{
      property: 'containerInstances',
      severity: 'error' as const,
      detail: `containerInstances (${instances.length}, all ${statuses}) ${place}`,
      why: 'ECS starts no task on an instance that is not ACTIVE. One that drains finishes its tasks and gets no other.',
      fix: 'set the instances ACTIVE again with aws ecs update-container-instances-state, or start others',
    }];
  },
});
