import * as efs from 'aws-cdk-lib/aws-efs';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Tokenization } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { volumeNameOf } from './add-volume';
import { checkMount, readMountProps } from './check-mount';
import { checkEfsMount, refuseSharedDirectory } from './efs-mount-checks';
import type { EfsMountProps, FileOwner } from './efs-mount-props';
import { checkPlaces } from '../checks/same-place';
import { grantBeforeStart } from '../tasks/grant-before-start';
import { openToTask } from './open-to-task';
import { resourceOf } from '../tasks/task-platform';
import { pathOf } from '../checks/path-of';


/** Directories of a file system by path, with the task that has each by default. */
const DIRECTORIES = new WeakMap<efs.IFileSystem, Map<string, ecs.TaskDefinition>>();

/**
 * An EFS file system that a container mounts, with its access point and permissions.
 *
 * An access point creates its directory for the `posixUser`. The connection is encrypted, and the task role can mount this access point
 * alone, which satisfies a file-system policy that denies anonymous access. Port 2049 is open between the task and the file system. The
 * task definition waits for the mount targets, so that the first task finds them.
 *
 * Refused: Windows, external instances, an old platform version, root without `allowRoot`, the root directory of the file system, an
 * access point of another file system, a path that has a volume.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html
 *
 * @example
 * const fileSystem = new efs.FileSystem(this, 'Files', { vpc, encrypted: true });
 * new EfsMount(this, 'Uploads', { task: web, fileSystem, containerPath: '/srv/uploads', posixUser: { uid: 1000, gid: 1000 } });
 */
export class EfsMount extends Construct {
  /**
   * The access point that the task mounts.
   */
  public readonly accessPoint: efs.IAccessPoint;

  /**
   * The name of the volume in the task definition.
   */
  public readonly volumeName: string;

  /**
   * Defines an EfsMount.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: EfsMountProps) {
    const at = pathOf(scope, id);
    props = readMountProps(at, props, ['fileSystem']);
    checkPlaces(scope, id, props);
    const container = checkMount(at, props);
    checkEfsMount(at, props);
    const directory = props.accessPoint ? undefined : props.accessPointPath ?? ownDirectory(at, props);
    super(scope, id);

    const { task, fileSystem, containerPath, readOnly = false, allowRoot = false } = props;
    this.accessPoint = props.accessPoint ?? newAccessPoint(this, props, directory!);
    this.volumeName = volumeNameOf(this, task.taskDefinition);
    task.taskDefinition.addVolume({
      name: this.volumeName,
      efsVolumeConfiguration: {
        fileSystemId: fileSystem.fileSystemId,
        transitEncryption: 'ENABLED',
        authorizationConfig: { accessPointId: this.accessPoint.accessPointId, iam: 'ENABLED' },
      },
    });
    container.addMountPoints({ sourceVolume: this.volumeName, containerPath, readOnly });
    grantBeforeStart(this, task, container.containerName, {
      actions: [
        'elasticfilesystem:ClientMount',
        ...readOnly ? [] : ['elasticfilesystem:ClientWrite'],
        ...allowRoot ? ['elasticfilesystem:ClientRootAccess'] : [],
      ],
      resources: [fileSystem.fileSystemArn],
      conditions: { StringEquals: { 'elasticfilesystem:AccessPointArn': this.accessPoint.accessPointArn } },
    });
    openToTask(this, task, fileSystem, `Mount of ${this.node.path}`);
    resourceOf(task.taskDefinition).node.addDependency(fileSystem.mountTargetsAvailable);
  }
}

function newAccessPoint(scope: Construct, { fileSystem, posixUser, directoryPermissions = '750' }: EfsMountProps, path: string): efs.IAccessPoint {
  const { uid, gid, secondaryGids } = posixUser as FileOwner;
  const written = (id: number) => Tokenization.stringifyNumber(id);
  return new efs.AccessPoint(scope, 'AccessPoint', {
    fileSystem,
    path,
    posixUser: { uid: written(uid), gid: written(gid), secondaryGids: secondaryGids?.map(written) },
    createAcl: { ownerUid: written(uid), ownerGid: written(gid), permissions: directoryPermissions },
  });
}

/** The directory of a task on a file system: the id of its service. Throws if another task has it by default. */
function ownDirectory(at: string, { fileSystem, task }: EfsMountProps): string {
  const path = `/${task.node.id.replace(/[^\w-]/g, '-')}`;
  const directories = DIRECTORIES.get(fileSystem) ?? new Map<string, ecs.TaskDefinition>();
  DIRECTORIES.set(fileSystem, directories);
  const owner = directories.get(path);
  if (owner) refuseSharedDirectory(at, path, owner === task.taskDefinition ? 'another mount of this task' : owner.node.path);
  directories.set(path, task.taskDefinition);
  return path;
}
