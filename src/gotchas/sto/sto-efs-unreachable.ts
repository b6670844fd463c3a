import { known } from '../../facts/fact';
import type { MountTargetFacts } from '../../facts/file-system';
import type { NetworkFacts } from '../../facts/network';
import type { SecurityGroupFacts } from '../../facts/security-group';
import type { VolumeFacts } from '../../facts/volume';
import { refuseIfMade } from './made-directory';
import { isOpenOut, NFS_PORT } from './nfs';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofVolume } from '../naming';

export const stoEfsUnreachable = defineGotcha({
  id: 'sto-efs-unreachable',
  title: 'Fargate tasks cannot reach their EFS file system',
  consequence: 'never-works',
  symptom: '`ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes`, with a timeout or a name that doesn\'t resolve.',
  why: 'Each task mounts the file system by the mount target of its own availability zone, over NFS: without one, or with closed security groups, no task of the service starts there.',
  rule: 'The file system of a Fargate task has a mount target in each zone of the service, whose security group allows TCP port 2049 from that of the tasks, and that of the tasks allows it out. A '
    + '`rootDirectory` other than `/` in a file system of the app needs an access point, unless another task or an instance mounts `/`, else it is a warning. So are mount targets in some of the zones, and in another VPC than that of the tasks.',
  fix: `create a mount target in each zone of the tasks, and allow their security group to it on port ${NFS_PORT}: fileSystem.connections.allowDefaultPortFrom(service)`,
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html',
  levels: ['synth', 'live'],
  avoidedBy: '`EfsMount` opens the port and waits for the mount targets; volumes that you add to a `taskDefinition` are checked like any others.',
  isObserved: true,
  subject: 'service',
  // On EC2 the instances mount the file system, in their own network.
  needs: ['onFargate', 'task'],
  reads: ['network'],
  check: ({ onFargate, task, network }) => !onFargate ? [] : each(known(task.volumes), (volume) => {
    const efs = known(volume.efs);
    if (efs === undefined) return [];
    return all(
      () => egress(volume, known(network)),
      () => {
        const targets = known(efs.fileSystem.mountTargets);
        if (targets.length === 0) return found(volume, 'fileSystemId', 'fileSystemId (a file system of this app) has no mount target');
        const tasks = known(network);
        return tasks === undefined ? [] : all(...[zones, vpcs, securityGroups].map((check) => () => check(volume, targets, tasks)));
      },
      () => {
        const directory = known(efs.rootDirectory) ?? '/';
        if (directory === '/' || known(efs.hasAccessPoint) || !known(efs.fileSystem.ofApp)) return [];
        refuseIfMade(efs, known(task.volumes));
        return [{
          consequence: 'risk',
          property: ofVolume(volume.name, 'efsVolumeConfiguration.rootDirectory'),
          detail: `rootDirectory (${directory}) is not there in a new file system, and mounting does not make it`,
          fix: 'mount an access point with creationInfo, which makes its directory',
        }];
      },
    );
  }),
});

function found(volume: VolumeFacts, property: string, detail: string): readonly Result[] {
  return [{ property: ofVolume(volume.name, `efsVolumeConfiguration.${property}`), detail }];
}

/** Groups of a task add up: one that allows the connection is enough. */
function egress(volume: VolumeFacts, network: NetworkFacts | undefined): readonly Result[] {
  const groups = network ? known(network.securityGroups) : [];
  if (groups.length === 0 || groups.some(isOpenOut)) return [];
  return [{
    ...found(volume, 'fileSystemId', `fileSystemId (on port ${NFS_PORT}) is closed to the tasks: their security groups do not allow the port out`)[0],
    fix: `allow the port out of the security group of the tasks: service.connections.allowTo(fileSystem, ec2.Port.tcp(${NFS_PORT}))`,
  }];
}

function zones(volume: VolumeFacts, targets: readonly MountTargetFacts[], network: NetworkFacts): readonly Result[] {
  const reached = new Set(targets.map(({ zone }) => known(zone)));
  const subnets = known(network.subnets);
  const missed = new Set(subnets.map(({ zone }) => known(zone)).filter((zone) => !reached.has(zone)));
  if (missed.size === 0) return [];
  return [{
    ...found(volume, 'fileSystemId', `fileSystemId (mount targets in ${reached.size} zones) has none in ${missed.size} of the zones that the tasks run in`)[0],
    // Tasks of the other zones run, and ECS may start one there in place of one that failed.
    ...subnets.some(({ zone }) => reached.has(known(zone))) ? { consequence: 'misbehaves' } : {},
  }];
}

/** Networks may be connected, and only names of the file system are not: the address of a mount target is enough then. */
function vpcs(volume: VolumeFacts, targets: readonly MountTargetFacts[], network: NetworkFacts): readonly Result[] {
  const own = new Set(known(network.subnets).map(({ vpc }) => known(vpc)));
  const reached = targets.map(({ vpc }) => known(vpc));
  if (own.size !== 1 || reached.some((vpc) => own.has(vpc) || isOfApp(vpc) !== isOfApp([...own][0]))) return [];
  return [{
    ...found(volume, 'fileSystemId', 'fileSystemId (its mount targets) is in another VPC than the tasks, in which its name does not resolve')[0],
    consequence: 'risk',
    fix: 'create the file system in the VPC of the tasks',
  }];
}

function isOfApp(id: string): boolean {
  return id.includes('#');
}

function securityGroups(volume: VolumeFacts, targets: readonly MountTargetFacts[], network: NetworkFacts): readonly Result[] {
  const tasks = known(network.securityGroups).map(({ id }) => known(id));
  if (tasks.length === 0) return [{ notChecked: 'the tasks are in the default security group of the VPC' }];
  const closed = targets.filter((target) => !known(target.securityGroups).some((group) => letsIn(group, tasks)));
  if (closed.length === 0) return [];
  return found(volume, 'fileSystemId', `fileSystemId (its security group) is closed to the tasks on port ${NFS_PORT}`);
}

function letsIn(group: SecurityGroupFacts, tasks: readonly string[]): boolean {
  return known(group.ingress).some((rule) => {
    if (!['tcp', '6', '-1'].includes(known(rule.protocol))) return false;
    if (known(rule.protocol) !== '-1' && ((known(rule.firstPort) ?? 0) > NFS_PORT || (known(rule.lastPort) ?? NFS_PORT) < NFS_PORT)) return false;
    // Addresses may well be those of the tasks.
    const from = known(rule.fromGroup);
    return from === undefined || tasks.includes(from);
  });
}
