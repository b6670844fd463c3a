import type { Duration } from 'aws-cdk-lib/core';

/**
 * Restarts of a container inside its task, without a new task.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-restart-policy.html
 */
export interface RestartPolicyOptions {
  /**
   * The shortest time between two restarts, 60 to 1800 s. A container that ends sooner is not started again.
   *
   * @default Duration.seconds(300)
   */
  readonly restartAttemptPeriod?: Duration;

  /**
   * Exit codes after which the container is not started again, at most 50.
   *
   * @default - it starts again after every exit code
   */
  readonly ignoredExitCodes?: number[];
}
