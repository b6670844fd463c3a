import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Stack, type Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { checkCapacity } from './ec2-capacity-checks';
import { checkPlace, imageVariantOf } from './ec2-capacity-place';
import type { Ec2Purchase } from './ec2-purchase';
import { groupDescription } from '../checks/group-description';
import { pathOf } from '../checks/path-of';
import { readProps } from '../checks/read-props';
import { checkPlaces } from '../checks/same-place';
import { checkItself } from '../rules/self-check';

/**
 * Properties of an Ec2Capacity.
 */
export interface Ec2CapacityProps {
  /**
   * The cluster that the instances join.
   */
  readonly cluster: ecs.Cluster;

  /**
   * The type of the instances, all of them On-Demand Instances.
   *
   * @default - the types in `purchase`, one of the two is required
   */
  readonly instanceType?: ec2.InstanceType;

  /**
   * The way in which the instances are bought: `Ec2Purchase.mixed` adds Spot Instances.
   *
   * @default - On-Demand Instances of `instanceType`
   */
  readonly purchase?: Ec2Purchase;

  /**
   * The fewest instances that run.
   *
   * @default 0
   */
  readonly minCapacity?: number;

  /**
   * The most instances that run.
   *
   * @default 10
   */
  readonly maxCapacity?: number;

  /**
   * Target utilization of the instances in percent: the rest is room for tasks to start at once.
   *
   * @default 100
   */
  readonly targetCapacityPercent?: number;

  /**
   * Time until a new instance counts.
   *
   * @default - 300 s
   */
  readonly instanceWarmupPeriod?: Duration;

  /**
   * If true, the scaling can't remove instances that run tasks.
   *
   * Draining moves tasks away from an instance before it goes, with or without. With protection on, deleting the
   * stack waits until no instance is protected any more.
   *
   * @default false
   */
  readonly managedTerminationProtection?: boolean;

  /**
   * The subnets of the instances.
   *
   * @default - the private subnets of the cluster's VPC
   */
  readonly vpcSubnets?: ec2.SubnetSelection;
}

/**
 * EC2 instances for a cluster, as many as its tasks need.
 *
 * The instances start from the newest ECS-optimized Amazon Linux 2023 image there is when they are launched, so their
 * agent is never older than they are. Types with GPUs (g and p) get the image with the driver of NVIDIA, types with
 * accelerators (inf and trn) that of Neuron. Their disks are encrypted, they take no metadata requests without a session token
 * (IMDSv2), and containers can't reach the instance role, unless they run in host network mode.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/asg-capacity-providers.html
 *
 * @example
 * const capacity = new Ec2Capacity(this, 'Capacity', { cluster, instanceType: new ec2.InstanceType('m7g.large') });
 * new Ec2WorkerService(this, 'Worker', { cluster, capacity, image, memoryLimitMiB: 512 });
 */
export class Ec2Capacity extends Construct {
  /**
   * The capacity provider, associated with the cluster.
   */
  public readonly capacityProvider: ecs.AsgCapacityProvider;

  /**
   * The group of instances.
   */
  public readonly autoScalingGroup: autoscaling.AutoScalingGroup;

  /**
   * The role of the instances, with what the ECS agent needs.
   */
  public readonly instanceRole: iam.Role;

  /**
   * The strategy that places tasks on these instances.
   */
  public readonly strategy: ecs.CapacityProviderStrategy;

  /**
   * Defines an Ec2Capacity.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: Ec2CapacityProps) {
    props = readProps(pathOf(scope, id), props, ['cluster']);
    checkPlaces(scope, id, props);
    const purchase = checkCapacity(pathOf(scope, id), props);
    checkPlace(pathOf(scope, id), Stack.of(scope), props, purchase);
    super(scope, id);
    checkItself(this);
    this.instanceRole = new iam.Role(this, 'InstanceRole', {
      assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonEC2ContainerServiceforEC2Role')],
    });
    this.autoScalingGroup = new autoscaling.AutoScalingGroup(this, 'Group', {
      vpc: props.cluster.vpc,
      vpcSubnets: props.vpcSubnets,
      ...this.launch(props, purchase),
      minCapacity: props.minCapacity ?? 0,
      maxCapacity: props.maxCapacity ?? 10,
      updatePolicy: autoscaling.UpdatePolicy.rollingUpdate(),
    });
    this.capacityProvider = new ecs.AsgCapacityProvider(this, 'Provider', {
      autoScalingGroup: this.autoScalingGroup,
      enableManagedScaling: true,
      enableManagedDraining: true,
      enableManagedTerminationProtection: props.managedTerminationProtection ?? false,
      targetCapacityPercent: props.targetCapacityPercent,
      instanceWarmupPeriod: props.instanceWarmupPeriod?.toSeconds(),
    });
    props.cluster.addAsgCapacityProvider(this.capacityProvider);
    // Without an address of their own (bridge and host mode), tasks are reached through the security groups of the cluster.
    props.cluster.connections.addSecurityGroup(...this.autoScalingGroup.connections.securityGroups);
    this.strategy = { capacityProvider: this.capacityProvider.capacityProviderName, weight: 1 };
  }

  private launch(props: Ec2CapacityProps, { _instanceTypes: instanceTypes, _distribution }: Ec2Purchase): Partial<autoscaling.AutoScalingGroupProps> {
    if (!_distribution) return { launchTemplate: this.launchTemplate(props, instanceTypes[0], instanceTypes[0]) };
    return {
      mixedInstancesPolicy: {
        launchTemplate: this.launchTemplate(props, instanceTypes[0]),
        launchTemplateOverrides: instanceTypes.map((instanceType) => ({ instanceType })),
        instancesDistribution: _distribution,
      },
    };
  }

  private launchTemplate({ cluster }: Ec2CapacityProps, like: ec2.InstanceType, instanceType?: ec2.InstanceType): ec2.LaunchTemplate {
    const userData = ec2.UserData.forLinux();
    userData.addCommands(
      'echo ECS_AWSVPC_BLOCK_IMDS=true >> /etc/ecs/ecs.config',
      'echo ECS_ENABLE_SPOT_INSTANCE_DRAINING=true >> /etc/ecs/ecs.config',
    );
    return new ec2.LaunchTemplate(this, 'LaunchTemplate', {
      instanceType,
      machineImage: ec2.MachineImage.resolveSsmParameterAtLaunch(
        `/aws/service/ecs/optimized-ami/amazon-linux-2023/${imageVariantOf(like)}recommended/image_id`,
      ),
      userData,
      role: this.instanceRole,
      securityGroup: new ec2.SecurityGroup(this, 'SecurityGroup', { vpc: cluster.vpc, description: groupDescription(`${this.node.path}/SecurityGroup`) }),
      requireImdsv2: true,
      httpPutResponseHopLimit: 1,
      // The disk of the ECS-optimized image, encrypted whatever the account's default is.
      blockDevices: [{ deviceName: '/dev/xvda', volume: ec2.BlockDeviceVolume.ebs(30, { encrypted: true, volumeType: ec2.EbsDeviceVolumeType.GP3 }) }],
    });
  }
}
