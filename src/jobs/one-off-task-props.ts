import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Ec2Capacity } from '../capacity/ec2-capacity';
import type { FargateOptions } from '../services/fargate-options';
import type { TaskProps } from '../services/task-props';

/**
 * Properties of a OneOffTask.
 */
export interface OneOffTaskProps extends TaskProps, FargateOptions {
  /**
   * The EC2 instances to run on, in place of Fargate. Options that only Fargate has are refused beside it.
   *
   * @default - the task runs on Fargate
   */
  readonly ec2Capacity?: Ec2Capacity;

  /**
   * The network mode of a task on `ec2Capacity`. Tasks on Fargate always have `AWS_VPC`.
   *
   * @default NetworkMode.AWS_VPC
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html
   */
  readonly networkMode?: ecs.NetworkMode;
}
