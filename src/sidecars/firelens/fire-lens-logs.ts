import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration, Tokenization } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { checkPlaces } from '../../checks/same-place';
import { addSidecar } from '../add-sidecar';
import { checkSidecar, readSidecarProps, type SidecarNeeds } from '../check-sidecar';
import { checkRouter, ROUTER_NEEDS } from './fire-lens-logs-checks';
import type { FireLensLogsProps } from './fire-lens-logs-props';
import { SIDECAR_IMAGES } from '../images';
import type { LogRoute } from './log-route';
import { routerFiles } from './router-files';
import { checkServed, eachServed, waitFor } from '../task-containers';
import { checkAsset } from '../../checks/assets';
import { pathOf } from '../../checks/path-of';
import { ScratchVolume } from '../../storage/scratch-volume';
import { grantBeforeStart } from '../../tasks/grant-before-start';
import { serviceOf } from '../../tasks/task-platform';
import { routeLogs } from '../../workload/routed-logs';

/** ECS configures a router of Fluent Bit to listen here, inside the container only. */
const HEALTH_CHECK: ecs.HealthCheck = {
  command: ['CMD', 'bash', '-c', 'echo > /dev/tcp/127.0.0.1/8877'],
  interval: Duration.seconds(10),
  timeout: Duration.seconds(5),
  retries: 3,
  startPeriod: Duration.seconds(15),
};
const START_TIMEOUT = Duration.minutes(2);

/**
 * Logs of a task through a FireLens router: a container with Fluent Bit that sends them to a destination.
 *
 * The containers log with `awsfirelens`, wait for the router, and so stop before it. The task role can write to this destination only, and
 * the execution role can read its secrets. The router is essential: without it, logs would be lost without a sign. Its own output is in the
 * log group of the task. A task that ends by itself waits until the router is healthy, since a router that is still starting loses lines.
 *
 * Refused: a second router, Windows, external instances, a name that the task has, a container that does not exist, memory that
 * the task does not have.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html
 *
 * @example
 * const archive = new s3.Bucket(this, 'Archive');
 * new FireLensLogs(this, 'Logs', { task: web, destination: LogDestination.s3({ bucket: archive }) });
 */
export class FireLensLogs extends Construct {
  /**
   * The container of the router.
   */
  public readonly router: ecs.ContainerDefinition;

  /**
   * Defines a FireLensLogs.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: FireLensLogsProps) {
    const at = pathOf(scope, id);
    props = readSidecarProps(at, props, ['destination']);
    checkPlaces(scope, id, { task: props.task });
    const { task, destination, containerNames } = props;
    const { taskDefinition } = task;
    const { containerName = ROUTER_NEEDS.containerName, memoryReservationMiB = ROUTER_NEEDS.memoryReservationMiB } = props;
    const needs: SidecarNeeds = { ...ROUTER_NEEDS, containerName, memoryReservationMiB };
    checkRouter(at, props);
    checkSidecar(at, props, needs);
    checkServed(at, taskDefinition, containerNames);
    if (props.multiline) checkAsset(scope, id, 'multiline', 'a file of the router');
    super(scope, id);

    const route = destination._route(this, task);
    const endsByItself = serviceOf(task) === undefined;
    this.router = this.addRouter(props, needs, route, endsByItself);
    const { HEALTHY, START } = ecs.ContainerDependencyCondition;
    const config = logConfig(props, route, this.router);
    eachServed(taskDefinition, containerNames, (container) => {
      if (container.logDriverConfig?.logDriver !== 'awsfirelens') routeLogs(container, config);
      waitFor(container, this.router, endsByItself ? HEALTHY : START);
    });
  }

  private addRouter(
    props: FireLensLogsProps, needs: SidecarNeeds, { permissions, directory }: LogRoute, endsByItself: boolean,
  ): ecs.ContainerDefinition {
    const { task, multiline, ecsMetadata = true } = props;
    const files = multiline && routerFiles(this, multiline._files);
    const router = addSidecar(this, props, {
      ...needs,
      defaultImage: files ? SIDECAR_IMAGES.fluentBitInit : SIDECAR_IMAGES.fluentBit,
      essential: true,
      firelensConfig: { type: ecs.FirelensLogRouterType.FLUENTBIT, options: { enableECSLogMetadata: ecsMetadata } },
      container: {
        // The image that downloads files writes them beside its program.
        readonlyRootFilesystem: !files,
        environment: files?.environment,
        healthCheck: props.healthCheck ?? HEALTH_CHECK,
        startTimeout: endsByItself ? START_TIMEOUT : undefined,
      },
    });
    if (directory) new ScratchVolume(this, 'Buffer', { task, containerName: needs.containerName, containerPath: directory });
    const all = [...permissions, ...files?.permissions ?? []];
    if (all.length > 0) grantBeforeStart(this, task, needs.containerName, ...all);
    return router;
  }
}

/** The configuration of a container that logs to the route. The execution role may read its secrets from now on. */
function logConfig({ bufferedLines = 8192, retries = 5 }: FireLensLogsProps, route: LogRoute, router: ecs.ContainerDefinition): ecs.LogDriverConfig {
  const driver = ecs.LogDrivers.firelens({
    options: {
      ...route.options,
      'retry_limit': Tokenization.stringifyNumber(retries),
      'log-driver-buffer-limit': Tokenization.stringifyNumber(bufferedLines),
    },
    secretOptions: route.secretOptions,
  });
  return driver.bind(router, router);
}
