import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Size, Token } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { volumeNameOf } from './add-volume';
import { checkMount, readMountProps } from './check-mount';
import { checkEbsVolume } from './ebs-volume-checks';
import type { EbsVolumeProps } from './ebs-volume-props';
import { readPartProps } from '../checks/check-workload';
import { pathOf } from '../checks/path-of';
import { checkPlaces } from '../checks/same-place';
import { cfnServiceOf } from '../workload/cfn-service';

/**
 * An EBS volume for each task of a service.
 *
 * ECS creates the volume before the task starts and deletes it with the task: it is fast and large disk space, and keeps nothing for the
 * next task. The task definition, the service and the role of ECS are set up together. The volume is encrypted.
 *
 * Refused: a second EBS volume, a daemon, CodeDeploy, sizes and rates that EBS does not have, Windows on Fargate.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html
 *
 * @example
 * new EbsVolume(this, 'Index', { service: worker, size: Size.gibibytes(100), containerPath: '/var/index' });
 */
export class EbsVolume extends Construct {
  /**
   * The role with which ECS creates, attaches and deletes the volumes.
   */
  public readonly infrastructureRole: iam.IRole;

  /**
   * The name of the volume in the task definition and in the service.
   */
  public readonly volumeName: string;

  /**
   * Defines an EbsVolume.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: EbsVolumeProps) {
    const at = pathOf(scope, id);
    props = readPartProps(at, props);
    checkPlaces(scope, id, props);
    const mount = readMountProps(at, { ...props, task: props.service });
    const container = checkMount(at, mount);
    checkEbsVolume(at, props);
    super(scope, id);

    const { service, snapshotId, encryptionKey } = props;
    this.volumeName = volumeNameOf(this, service.taskDefinition);
    this.infrastructureRole = props.infrastructureRole ?? volumeRole(this);
    const volume = new ecs.ServiceManagedVolume(this, 'Volume', {
      name: this.volumeName,
      managedEBSVolume: {
        role: this.infrastructureRole,
        encrypted: true,
        kmsKeyId: encryptionKey,
        volumeType: props.volumeType ?? ec2.EbsDeviceVolumeType.GP3,
        snapShotId: snapshotId,
        ...comparable(props),
        fileSystemType: props.fileSystem ?? ecs.FileSystemType.XFS,
        tagSpecifications: [{ propagateTags: ecs.EbsPropagatedTagSource.SERVICE }],
      },
    });
    service.taskDefinition.addVolume(volume);
    service.service.addVolume(volume);
    volume.mountIn(container, { containerPath: props.containerPath, readOnly: props.readOnly ?? false });
    const resource = cfnServiceOf(service.service);
    for (const [property, value] of tokensOf(props)) resource.addPropertyOverride(`VolumeConfigurations.0.ManagedEBSVolume.${property}`, value);
    // Tasks that start before ECS can create their volume fail.
    if (this.infrastructureRole instanceof iam.Role) resource.node.addDependency(this.infrastructureRole);
    if (encryptionKey) grantVolumes(encryptionKey, this.infrastructureRole).forEach((grant) => grant.applyBefore(resource));
  }
}

/** A size and a number of operations that every type of volume has. */
const ANY_SIZE = Size.gibibytes(125);
const ANY_IOPS = 3000;

/** The CDK compares numbers with the limits of the type, also tokens: these stand in for them, and are replaced in the template. */
function comparable({ size, iops, throughputMiBps, volumeInitializationRate }: EbsVolumeProps): ecs.ServiceManagedEBSVolumeConfiguration {
  return {
    size: size?.isUnresolved() ? ANY_SIZE : size,
    iops: Token.isUnresolved(iops) ? ANY_IOPS : iops,
    throughput: Token.isUnresolved(throughputMiBps) ? undefined : throughputMiBps,
    volumeInitializationRate: volumeInitializationRate?.isUnresolved() ? undefined : volumeInitializationRate,
  };
}

function tokensOf({ size, iops, throughputMiBps, volumeInitializationRate }: EbsVolumeProps): ReadonlyArray<readonly [string, number]> {
  return [
    ...size?.isUnresolved() ? [['SizeInGiB', size.toGibibytes()] as const] : [],
    ...iops !== undefined && Token.isUnresolved(iops) ? [['Iops', iops] as const] : [],
    ...throughputMiBps !== undefined && Token.isUnresolved(throughputMiBps) ? [['Throughput', throughputMiBps] as const] : [],
    ...volumeInitializationRate?.isUnresolved() ? [['VolumeInitializationRate', volumeInitializationRate.toMebibytes()] as const] : [],
  ];
}

function volumeRole(scope: Construct): iam.Role {
  return new iam.Role(scope, 'Role', {
    assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com'),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonECSInfrastructureRolePolicyForVolumes')],
  });
}

/** https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html */
function grantVolumes(key: kms.IKey, role: iam.IRole): readonly iam.Grant[] {
  const create = iam.Grant.addToPrincipal({
    grantee: role,
    actions: ['kms:CreateGrant'],
    resourceArns: [key.keyArn],
    conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  });
  return [key.grant(role, 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncrypt*'), create];
}
