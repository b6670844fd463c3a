import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { ContainersProps } from '../containers/containers-props';
import type { TaskRoleBundle } from '../permissions/task-role-bundle';

/**
 * Options of every task: its containers, their logs, its roles and its network.
 */
export interface TaskProps extends ContainersProps {
  /**
   * The cluster to run in.
   */
  readonly cluster: ecs.ICluster;

  /**
   * The task role and the execution role.
   *
   * @default - roles of its own, with the permissions that it needs to start and none for the code in it
   */
  readonly taskRoles?: TaskRoleBundle;

  /**
   * The name of the task definition family.
   *
   * @default - a name made of the construct's path
   */
  readonly family?: string;

  /**
   * The subnets of the tasks.
   *
   * @default - the private subnets of the cluster's VPC
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * The security groups of the tasks, at most five.
   *
   * @default - a new security group without inbound rules
   */
  readonly securityGroups?: ec2.ISecurityGroup[];
}
