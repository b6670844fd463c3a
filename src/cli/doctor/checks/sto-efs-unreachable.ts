import { known } from '../../../facts/fact';
import type { MountTarget } from '../../collect/shapes';
import { eachLive, onService } from '../live-check';

export const stoEfsUnreachable = onService({
  id: 'sto-efs-unreachable',
  check: ({ live: { mountTargets, network } }) => eachLive([...known(mountTargets)], ([id, targets]) => {
    if (targets === undefined) {
      return [{ property: 'volumes', thing: id, detail: `volumes (${id}) are of a file system that does not exist, so no new task starts`, fix: 'name a file system that is there' }];
    }
    const zones = [...new Set((known(network)?.subnets ?? []).map(({ AvailabilityZone }) => AvailabilityZone))];
    const inZone = (zone: string) => targets.filter(({ AvailabilityZoneName }) => AvailabilityZoneName === zone);
    const named = zones.filter((zone) => zone !== undefined);
    const unready = named.flatMap((zone) => (inZone(zone).some(isReady) ? [] : inZone(zone)));
    const severity = named.some((zone) => inZone(zone).some(isReady)) ? 'warning' as const : 'error' as const;
    const without = named.filter((zone) => inZone(zone).length === 0);
    const states = unready.map(({ AvailabilityZoneName, LifeCycleState }) => `${LifeCycleState} in ${AvailabilityZoneName}`);
    return [...unready.length === 0 ? [] : [{
      property: 'volumes',
      severity,
      detail: `volumes (${id}) have mount targets that are not available (${states.join(', ')}), where tasks of the service may run`,
      fix: unready.every(({ LifeCycleState }) => LifeCycleState === 'creating' || LifeCycleState === 'updating')
        ? 'wait until the mount target is available'
        : 'create the mount target again',
    }], ...without.length === 0 ? [] : [{
      property: 'volumes',
      severity,
      detail: `volumes (${id}) have no mount target in ${without.join(', ')}, where tasks of the service may run`,
      fix: 'create a mount target in each zone of the service',
    }]];
  }),
});

/** Tasks mount by an available mount target alone. */
function isReady({ LifeCycleState = 'available' }: MountTarget): boolean {
  return LifeCycleState === 'available';
}
