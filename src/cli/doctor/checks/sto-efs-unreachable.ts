import { known } from '../../../facts/fact';
import { eachLive, onService } from '../live-check';

export const stoEfsUnreachable = onService({
  id: 'sto-efs-unreachable',
  check: ({ live: { mountTargets, network } }) => eachLive([...known(mountTargets)], ([id, targets]) => {
    if (targets === undefined) {
      return [{ property: 'volumes', thing: id, detail: `volumes (${id}) are of a file system that does not exist, so no new task starts`, fix: 'name a file system that is there' }];
    }
    const zones = [...new Set((known(network)?.subnets ?? []).map(({ AvailabilityZone }) => AvailabilityZone))];
    const without = zones.filter((zone) => zone !== undefined && !targets.some(({ AvailabilityZoneName }) => AvailabilityZoneName === zone));
    return without.length === 0 ? [] : [{
      property: 'volumes',
      severity: without.length === zones.length ? 'error' as const : 'warning' as const,
      detail: `volumes (${id}) have no mount target in ${without.join(', ')}, where tasks of the service may run`,
      fix: 'create a mount target in each zone of the service',
    }];
  }),
});
