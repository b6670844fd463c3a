import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Duration } from 'aws-cdk-lib/core';
import type { RuntimeOptions } from './runtime-options';

/**
 * A container that has to get somewhere before this one starts.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html
 */
export interface ContainerDependency {
  /**
   * The name of the other container of the task.
   */
  readonly containerName: string;

  /**
   * State that the other container must reach: `START`; `HEALTHY`, for which it needs a `healthCheck`; `COMPLETE` or
   * `SUCCESS`, for which it may not be essential.
   */
  readonly condition: ecs.ContainerDependencyCondition;
}

/**
 * Options of every container of a task.
 */
export interface ContainerOptions extends RuntimeOptions {
  /**
   * The image to run.
   *
   * A digest or a tag that never moves makes deployments and rollbacks repeatable.
   */
  readonly image: ecs.ContainerImage;

  /**
   * The command, in place of the one in the image.
   *
   * @default - the `CMD` of the image
   */
  readonly command?: string[];

  /**
   * The entry point, in place of the one in the image.
   *
   * @default - the `ENTRYPOINT` of the image
   */
  readonly entryPoint?: string[];

  /**
   * Environment variables in plain text: every principal that may describe the task definition can read them.
   *
   * Credentials belong in `secrets`. A value that is one for certain is refused: a key of AWS, a private key, a token, a password
   * within a URL. A name that only sounds like one is a warning of the rule pack.
   *
   * @default - the environment of the image
   */
  readonly environment?: { [name: string]: string };

  /**
   * Environment variables filled from Secrets Manager or Parameter Store when the container starts.
   *
   * The execution role gets to read exactly these.
   *
   * @default - no secrets
   */
  readonly secrets?: { [name: string]: ecs.Secret };

  /**
   * Health check of the container by ECS, which ignores a `HEALTHCHECK` in the image.
   *
   * Interval 5 to 300 s (30), timeout 2 to 60 s (5), retries 1 to 10 (3), start period 0 to 300 s.
   *
   * @default - ECS knows only whether the container runs
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
   */
  readonly healthCheck?: ecs.HealthCheck;

  /**
   * Containers that have to get somewhere before this one starts.
   *
   * @default - starts at once
   */
  readonly dependsOn?: ContainerDependency[];

  /**
   * Time for which containers that depend on this one wait for it; 2 to 120 s on Fargate.
   *
   * @default - without a limit on Fargate, what the agent is configured with on EC2
   */
  readonly startTimeout?: Duration;

  /**
   * Time for the container to end after SIGTERM, before SIGKILL; 2 to 120 s on Fargate.
   *
   * @default - 30 s, unless the agent on EC2 is configured otherwise
   */
  readonly stopTimeout?: Duration;

  /**
   * If true, an init process passes signals on to the program and reaps its orphaned processes.
   *
   * Leave it off for images that bring an init process of their own. Linux only.
   *
   * @default false
   */
  readonly initProcess?: boolean;

  /**
   * The user to run as.
   *
   * @default - the `USER` of the image
   */
  readonly user?: string;

  /**
   * The directory to run in.
   *
   * @default - the `WORKDIR` of the image
   */
  readonly workingDirectory?: string;

  /**
   * If true, the root file system is read-only. `writablePaths` and volumes can.
   *
   * @default false
   */
  readonly readonlyRootFilesystem?: boolean;

  /**
   * The cpu units kept for this container, of those of the task.
   *
   * @default - shares the task's with the other containers
   */
  readonly cpu?: number;

  /**
   * The most memory the container gets, in MiB: it is killed beyond.
   *
   * @default - the memory of the task
   */
  readonly memoryLimitMiB?: number;

  /**
   * The memory kept for this container, in MiB.
   *
   * @default - shares the task's with the other containers
   */
  readonly memoryReservationMiB?: number;

  /**
   * Log driver for the output of the container.
   *
   * @default - awslogs, to the log group of the service, in streams that begin with the name of the container
   */
  readonly logDriver?: ecs.LogDriver;
}

/**
 * A container beside the main one.
 */
export interface Sidecar extends ContainerOptions {
  /**
   * The name, unique in the task: letters, digits, hyphens and underscores, at most 255.
   */
  readonly containerName: string;

  /**
   * If true, the task ends when this container ends.
   *
   * @default true
   */
  readonly essential?: boolean;

  /**
   * The ports that the container listens on.
   *
   * @default - it listens on none
   */
  readonly containerPorts?: number[];
}
