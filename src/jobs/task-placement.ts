import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { OneOffTaskProps } from './one-off-task-props';

/** The launch type or the strategy, and the network of the runs of a task. */
export interface TaskPlacement {
  readonly cluster: ecs.ICluster;
  /** Empty for the launch type `FARGATE`. */
  readonly strategy: readonly ecs.CapacityProviderStrategy[];
  readonly onFargate: boolean;
  /** Only tasks with a network interface of their own have a network. */
  readonly network?: TaskNetwork;
  readonly platformVersion?: ecs.FargatePlatformVersion;
}

export interface TaskNetwork {
  readonly subnets: ec2.SubnetSelection;
  readonly securityGroups: ec2.ISecurityGroup[];
  readonly assignPublicIp: boolean;
}

/** Derives the placement of a task from its props. */
export function placementOf(props: OneOffTaskProps, securityGroups: ec2.ISecurityGroup[] | undefined): TaskPlacement {
  const { cluster, ec2Capacity, capacity, platformVersion, assignPublicIp = false } = props;
  return {
    cluster,
    strategy: ec2Capacity ? [ec2Capacity.strategy] : capacity?._strategy ?? [],
    onFargate: ec2Capacity === undefined,
    network: securityGroups && {
      subnets: props.vpcSubnets ?? (assignPublicIp ? { subnetType: ec2.SubnetType.PUBLIC } : {}),
      securityGroups,
      assignPublicIp,
    },
    platformVersion,
  };
}

/** The ids of the subnets of a task. */
export function subnetIdsOf({ vpc }: ecs.ICluster, { subnets }: TaskNetwork): string[] {
  return vpc.selectSubnets(subnets).subnetIds;
}
