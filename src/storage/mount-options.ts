import type { IEcsTask } from '../workload/ecs-task';

/**
 * The place of a volume in a container.
 */
export interface ContainerMount {
  /**
   * The name of the container that mounts the volume.
   *
   * @default - the main container
   */
  readonly containerName?: string;

  /**
   * The absolute path in the container, such as `/srv/uploads`. Two volumes on one path are refused.
   */
  readonly containerPath: string;

  /**
   * True if the container can only read the volume.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/**
 * Options of a volume that a container of a task mounts.
 */
export interface MountOptions extends ContainerMount {
  /**
   * The service or task whose container mounts the volume.
   *
   * A service of the CDK is wrapped: `EcsWorkload.fromService(service)`. A task definition alone is wrapped too:
   * `EcsTask.fromTaskDefinition(taskDefinition)`.
   */
  readonly task: IEcsTask;
}
