import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Stack } from 'aws-cdk-lib/core';
import { Construct, type IDependable } from 'constructs';
import { volumeNameOf } from './add-volume';
import { checkMount, readMountProps } from './check-mount';
import { checkPlaces } from '../checks/same-place';
import { grantBeforeStart } from '../tasks/grant-before-start';
import type { MountOptions } from './mount-options';
import { openToTask } from './open-to-task';
import { checkS3FilesMount } from './s3-files-checks';
import { resourceOf } from '../tasks/task-platform';
import { pathOf } from '../checks/path-of';


/**
 * Properties of an S3FilesMount.
 */
export interface S3FilesMountProps extends MountOptions {
  /**
   * The full ARN of the file system: `arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0`, or `attrFileSystemArn` of an
   * `s3files.CfnFileSystem`.
   */
  readonly fileSystemArn: string;

  /**
   * The bucket behind the file system. The task reads large objects from it directly.
   */
  readonly bucket: s3.IBucket;

  /**
   * The security group of the mount targets. Port 2049 is opened there.
   */
  readonly securityGroup: ec2.ISecurityGroup;

  /**
   * The ARN of an access point of the file system, to which the permission is limited then.
   *
   * @default - the root directory of the file system
   */
  readonly accessPointArn?: string;

  /**
   * Mount targets of this app, which must exist before the first task: `s3files.CfnMountTarget`.
   *
   * @default - the mount targets exist
   */
  readonly mountTargets?: IDependable[];
}

/**
 * An S3 Files file system that a container mounts: the objects of a bucket as files.
 *
 * The task role can mount this file system and read the bucket, and port 2049 is open between the task and the mount targets. The
 * connection is always encrypted. Fargate only: on EC2 the task fails at launch, so it is refused.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/s3files-volumes.html
 *
 * @example
 * new S3FilesMount(this, 'Photos', {
 *   task: web,
 *   fileSystemArn: 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0',
 *   securityGroup: ec2.SecurityGroup.fromSecurityGroupId(this, 'PhotosGroup', 'sg-0123456789abcdef0'),
 *   bucket,
 *   containerPath: '/srv/photos',
 * });
 */
export class S3FilesMount extends Construct {
  /**
   * The name of the volume in the task definition.
   */
  public readonly volumeName: string;

  /**
   * Defines an S3FilesMount.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: S3FilesMountProps) {
    const at = pathOf(scope, id);
    props = readMountProps(at, props, ['fileSystemArn', 'bucket', 'securityGroup']);
    checkPlaces(scope, id, { task: props.task });
    const container = checkMount(at, props);
    checkS3FilesMount(at, props);
    super(scope, id);

    const { task, fileSystemArn, accessPointArn, bucket, securityGroup, containerPath, readOnly = false, mountTargets = [] } = props;
    const resource = resourceOf(task.taskDefinition);
    const index = (Stack.of(resource).resolve(resource.volumes) as unknown[] | undefined)?.length ?? 0;
    this.volumeName = volumeNameOf(this, task.taskDefinition);
    task.taskDefinition.addVolume({ name: this.volumeName });
    // The L2 has no volumes of this kind.
    resource.addPropertyOverride(`Volumes.${index}.S3FilesVolumeConfiguration`, { FileSystemArn: fileSystemArn, AccessPointArn: accessPointArn });
    container.addMountPoints({ sourceVolume: this.volumeName, containerPath, readOnly });
    grantBeforeStart(this, task, container.containerName,
      {
        actions: ['s3files:ClientMount', ...readOnly ? [] : ['s3files:ClientWrite']],
        resources: [fileSystemArn],
        conditions: accessPointArn === undefined ? undefined : { StringEquals: { 's3files:AccessPointArn': accessPointArn } },
      },
      { actions: ['s3:GetObject', 's3:GetObjectVersion'], resources: [bucket.arnForObjects('*')] },
      { actions: ['s3:ListBucket'], resources: [bucket.bucketArn] },
    );
    bucket.encryptionKey?.grantDecrypt(task);
    openToTask(this, task, { connections: new ec2.Connections({ securityGroups: [securityGroup] }) }, `Mount of ${this.node.path}`);
    for (const target of mountTargets) resource.node.addDependency(target);
  }
}
