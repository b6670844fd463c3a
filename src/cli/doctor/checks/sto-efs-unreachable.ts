import { known, Unknown } from '../../../facts/fact';
import { NFS_PORT } from '../../../gotchas/sto/nfs';
import type { LiveNetwork } from '../../collect/account';
import { isSteady } from '../../collect/service-state';
import type { MountTarget, TaskDefinition } from '../../collect/shapes';
import { runsOnInstances } from '../compute';
import { eachLive, onService, type LiveFinding, type ServiceView } from '../live-check';
import { isOpenOut } from '../open-ports';

export const stoEfsUnreachable = onService({
  id: 'sto-efs-unreachable',
  check: (view) => [...closedOut(view), ...eachLive([...known(view.live.mountTargets)], ([id, targets]) => {
    if (targets === undefined) {
      return [{ property: 'volumes', thing: id, detail: `volumes (${id}) are of a file system that does not exist, so no new task starts`, fix: 'name a file system that is there' }];
    }
    const zones = [...new Set((known(view.live.network)?.subnets ?? []).map(({ AvailabilityZone }) => AvailabilityZone))];
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
  })],
});

/** Security groups of the tasks without an outbound rule for NFS. On instances, the instance mounts in bridge mode. */
function closedOut({ cluster, live: { service, taskDefinition, network } }: ServiceView): readonly LiveFinding[] {
  const volumes = (taskDefinition instanceof Unknown ? undefined : (taskDefinition as TaskDefinition).volumes) ?? [];
  const mounted = volumes.filter(({ efsVolumeConfiguration, s3filesVolumeConfiguration }) => efsVolumeConfiguration ?? s3filesVolumeConfiguration);
  const own = service.networkConfiguration?.awsvpcConfiguration?.securityGroups ?? [];
  if (mounted.length === 0 || network instanceof Unknown || runsOnInstances(service, cluster)) return [];
  const groups = (network as LiveNetwork | undefined)?.securityGroups.filter(({ GroupId }) => own.includes(GroupId!)) ?? [];
  if (groups.length === 0 || groups.length < own.length || groups.some((group) => isOpenOut(group, NFS_PORT))) return [];
  return [{
    property: 'securityGroups',
    severity: isSteady(service) ? 'warning' : 'error',
    thing: own[0],
    detail: `securityGroups (${own.join(', ')}) have no outbound rule for port ${NFS_PORT}, so no new task mounts ${mounted.map(({ name }) => name).join(', ')}`,
    fix: `allow port ${NFS_PORT} in the outbound rules of a security group of the tasks, to the security group of the mount targets`,
  }];
}

/** Tasks mount by an available mount target alone. */
function isReady({ LifeCycleState = 'available' }: MountTarget): boolean {
  return LifeCycleState === 'available';
}
