import { known } from '../../../facts/fact';
import { runsOnInstances } from '../compute';
import { onService } from '../live-check';

export const ec2NoInstances = onService({
  id: 'ec2-no-instances',
  check: ({ cluster, live: { service } }) => {
    // Capacity providers start instances when tasks wait for them.
    if (!runsOnInstances(service, cluster) || service.launchType === undefined || (service.desiredCount ?? 0) === 0) return [];
    const instances = known(cluster.containerInstances);
    if (instances.some(({ status }) => status === 'ACTIVE')) return [];
    const said = instances.length === 0 ? 'none' : `${instances.length}, none of them active`;
    return [{
      property: 'containerInstances',
      severity: 'error' as const,
      detail: `containerInstances (${said}) of the cluster leave the service nowhere to run`,
      fix: instances.length === 0
        ? 'start instances that join the cluster, or run the service on Fargate'
        : 'set the instances ACTIVE again with aws ecs update-container-instances-state, or start others',
    }];
  },
});
