import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Ec2Capacity } from '../capacity/ec2-capacity';

/**
 * Options of tasks on EC2 instances.
 */
export interface Ec2Options {
  /**
   * The instances to run on.
   *
   * @default - any instance of the cluster
   */
  readonly capacity?: Ec2Capacity;

  /**
   * Network mode of the containers.
   *
   * @default NetworkMode.AWS_VPC
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html
   */
  readonly networkMode?: ecs.NetworkMode;

  /**
   * Order in which ECS chooses an instance for a task.
   *
   * @default - spread over the availability zones
   */
  readonly placementStrategies?: ecs.PlacementStrategy[];

  /**
   * Instances on which a task may be placed.
   *
   * @default - every instance
   */
  readonly placementConstraints?: ecs.PlacementConstraint[];
}
