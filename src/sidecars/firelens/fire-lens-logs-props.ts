import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { LogDestination } from './log-destination';
import type { MultilineLogs } from './multiline-logs';
import type { SidecarOptions } from '../sidecar-options';

/**
 * Properties of a FireLensLogs.
 */
export interface FireLensLogsProps extends SidecarOptions {
  /**
   * The destination of the logs.
   */
  readonly destination: LogDestination;

  /**
   * The containers that log to the destination.
   *
   * @default - all containers of the task, except those of other parts of this library, and except those that log with `awsfirelens` to a
   * destination of their own
   */
  readonly containerNames?: string[];

  /**
   * The name of the router.
   *
   * @default 'log-router'
   */
  readonly containerName?: string;

  /**
   * The memory kept for the router, in MiB. Raise it for much more than 1 MB of logs a second.
   *
   * @default 64
   */
  readonly memoryReservationMiB?: number;

  /**
   * The number of lines of each container that wait in memory while the router is busy; more are dropped. The memory is that of the task:
   * 8192 lines of 2 KiB are 16 MiB. 0 to 536870911.
   *
   * @default 8192
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-docker-buffer-limit.html
   */
  readonly bufferedLines?: number;

  /**
   * The number of times that the router sends lines again that the destination did not accept, 1 to 1000. Then it drops them.
   *
   * @default 5
   */
  readonly retries?: number;

  /**
   * Lines that belong together, such as those of a stack trace.
   *
   * The router downloads its configuration from the bucket for the files of the app when it starts. The image must be one with the
   * tag `init`, and the root file system of the router can't be read-only then.
   *
   * @default - each line is an event
   */
  readonly multiline?: MultilineLogs;

  /**
   * True if the router adds cluster, task and container to each event.
   *
   * @default true
   */
  readonly ecsMetadata?: boolean;

  /**
   * The health check of the router. An image without `bash` needs one of its own.
   *
   * @default - the router accepts connections on the port for health checks, 8877
   */
  readonly healthCheck?: ecs.HealthCheck;
}
