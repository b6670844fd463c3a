import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { IEcsTask } from '../workload/ecs-task';

/**
 * Options of a part that adds a container to a task.
 */
export interface SidecarOptions {
  /**
   * The service or task that gets the container.
   *
   * A service of the CDK is wrapped: `EcsWorkload.fromService(service)`. A task definition alone is wrapped too:
   * `EcsTask.fromTaskDefinition(taskDefinition)`.
   */
  readonly task: IEcsTask;

  /**
   * The image, in place of the version that this release of the library has. A digest or a tag that never moves makes deployments and
   * rollbacks repeatable.
   *
   * @default - an exact version, which only a new release of the library changes
   */
  readonly image?: ecs.ContainerImage;

  /**
   * The cpu units kept for the container, of those of the task.
   *
   * Containers share the cpu of their task by these units when all are busy. Set `cpu` of the main container too, since a container
   * without it has the smallest share.
   *
   * @default - no units of its own: the container has as large a share as each other container without `cpu`
   */
  readonly cpu?: number;

  /**
   * The most memory the container gets, in MiB: it is killed beyond.
   *
   * @default - the memory of the task
   */
  readonly memoryLimitMiB?: number;

  /**
   * The log group of the container's own output.
   *
   * @default - the log group of the task, in streams that have the name of the container; for a task definition of the CDK that logs
   * elsewhere, a log group of the part that keeps a month
   */
  readonly logGroup?: logs.ILogGroup;
}
