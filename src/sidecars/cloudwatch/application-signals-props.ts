import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { CloudWatchAgent } from './cloudwatch-agent';
import type { InstrumentedRuntime } from './instrumented-runtime';
import type { IEcsTask } from '../../workload/ecs-task';

/**
 * Properties of ApplicationSignals.
 */
export interface ApplicationSignalsProps {
  /**
   * The service or task whose container is instrumented, on Linux.
   *
   * A service of the CDK is wrapped: `EcsWorkload.fromService(service)`. A task definition alone is wrapped too:
   * `EcsTask.fromTaskDefinition(taskDefinition)`.
   */
  readonly task: IEcsTask;

  /**
   * The language of the program in the container.
   */
  readonly runtime: InstrumentedRuntime;

  /**
   * The name of the container that is instrumented.
   *
   * @default - the main container
   */
  readonly containerName?: string;

  /**
   * The name of the service in Application Signals (`OTEL_SERVICE_NAME`).
   *
   * @default - the path of the service or task: `Shop/Web`
   */
  readonly serviceName?: string;

  /**
   * The environment of the service in Application Signals, such as `production`.
   *
   * @default - `ecs:<name of the cluster>`
   */
  readonly environmentName?: string;

  /**
   * The agent of the task, made with `applicationSignals: true`. It can receive other metrics beside.
   *
   * @default - a CloudWatchAgent for Application Signals alone
   */
  readonly agent?: CloudWatchAgent;

  /**
   * The image with the SDK, in place of the version that this release of the library has.
   *
   * @default - an exact version, which only a new release of the library changes
   */
  readonly image?: ecs.ContainerImage;
}
