import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { Size } from 'aws-cdk-lib/core';
import type { ContainerMount } from './mount-options';
import type { IEcsWorkload } from '../workload/ecs-workload';

/**
 * Properties of an EbsVolume.
 */
export interface EbsVolumeProps extends ContainerMount {
  /**
   * The service whose tasks each get a volume: with the ECS deployment controller, and no daemon.
   */
  readonly service: IEcsWorkload;

  /**
   * The size of the volume. Required, unless there is a `snapshotId`.
   *
   * @default - the size of the snapshot
   */
  readonly size?: Size;

  /**
   * The snapshot that each volume starts from.
   *
   * @default - the volume is empty
   */
  readonly snapshotId?: string;

  /**
   * The type of the volume.
   *
   * @default EbsDeviceVolumeType.GP3
   */
  readonly volumeType?: ec2.EbsDeviceVolumeType;

  /**
   * The file system of the volume. A snapshot must have this one.
   *
   * @default FileSystemType.XFS
   */
  readonly fileSystem?: ecs.FileSystemType;

  /**
   * Input and output operations per second. Required for io1 and io2.
   *
   * @default - 3000 for gp3
   */
  readonly iops?: number;

  /**
   * Throughput in MiB per second, gp3 only, at most 1000.
   *
   * @default 125
   */
  readonly throughputMiBps?: number;

  /**
   * The rate at which a volume is filled from its `snapshotId`, per second, 100 to 300 MiB.
   *
   * @default - as fast as EBS does it without a guarantee
   */
  readonly volumeInitializationRate?: Size;

  /**
   * The key that encrypts the volume. The role of ECS can use it.
   *
   * @default - the volume is encrypted with the key of EBS in the account
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * The role with which ECS creates, attaches and deletes the volumes. It needs the managed policy
   * `AmazonECSInfrastructureRolePolicyForVolumes` and trusts `ecs.amazonaws.com`. Services can share one.
   *
   * @default - a role of its own
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForVolumes.html
   */
  readonly infrastructureRole?: iam.IRole;
}
