import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Ec2Capacity } from '../capacity/ec2-capacity';

/**
 * What tasks on EC2 instances can be given.
 */
export interface Ec2Options {
  /**
   * The instances to run on.
   *
   * @default - any instance of the cluster
   */
  readonly capacity?: Ec2Capacity;

  /**
   * How the containers are connected to the network.
   *
   * @default NetworkMode.AWS_VPC
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html
   */
  readonly networkMode?: ecs.NetworkMode;

  /**
   * In which order ECS looks for an instance to place a task on.
   *
   * @default - spread over the availability zones
   */
  readonly placementStrategies?: ecs.PlacementStrategy[];

  /**
   * Which instances a task may be placed on.
   *
   * @default - every instance
   */
  readonly placementConstraints?: ecs.PlacementConstraint[];
}
