import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

/**
 * A task definition with its network and its task role, as parts see it: of a service, or of a task that runs once.
 */
export interface IEcsTask extends IConstruct, ec2.IConnectable, iam.IGrantable {
  /**
   * The task definition.
   */
  readonly taskDefinition: ecs.TaskDefinition;

  /**
   * The container that does the work; the others help it.
   */
  readonly mainContainer: ecs.ContainerDefinition;
}
