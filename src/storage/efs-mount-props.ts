import type * as efs from 'aws-cdk-lib/aws-efs';
import type { MountOptions } from './mount-options';

/**
 * User and group that own the files of a task.
 */
export interface FileOwner {
  /**
   * The id of the user, 0 to 4294967295. 0 is root.
   */
  readonly uid: number;

  /**
   * The id of the group, 0 to 4294967295.
   */
  readonly gid: number;

  /**
   * Ids of further groups, at most 16.
   *
   * @default - the user is in one group
   */
  readonly secondaryGids?: number[];
}

/**
 * Properties of an EfsMount.
 */
export interface EfsMountProps extends MountOptions {
  /**
   * The file system, of this app or imported with its security group: `efs.FileSystem.fromFileSystemAttributes`.
   */
  readonly fileSystem: efs.IFileSystem;

  /**
   * User and group that every file access of the task has, whichever user the container runs as. They own the directory that the access
   * point creates. Required, unless there is an `accessPoint`.
   *
   * @default - those of the `accessPoint`
   */
  readonly posixUser?: FileOwner;

  /**
   * The directory of the file system that the container sees as its root. EFS creates it, with the `posixUser` as its owner, when the
   * first task mounts it. At most 4 levels and 100 characters.
   *
   * Tasks with one directory share its files. The default of another service on this file system is refused if it is equal.
   *
   * @default - the id of the service: `/Web`
   * @see https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html
   */
  readonly accessPointPath?: string;

  /**
   * The permissions of the directory that EFS creates, as an octal number.
   *
   * @default '750'
   */
  readonly directoryPermissions?: string;

  /**
   * An existing access point, in place of a new one.
   *
   * @default - a new access point in the stack of the service
   */
  readonly accessPoint?: efs.IAccessPoint;

  /**
   * True if a `posixUser` with the uid 0 is accepted. The task gets `elasticfilesystem:ClientRootAccess` then.
   *
   * @default false
   */
  readonly allowRoot?: boolean;
}
