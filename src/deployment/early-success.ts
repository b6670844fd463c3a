/**
 * Time at which ECS stops the old tasks of a deployment that counts as done early.
 */
export enum EarlySuccessCleanup {
  /**
   * The deployment ends when the old tasks are stopped.
   */
  BLOCKING = 'BLOCKING',

  /**
   * The deployment ends at once; ECS stops the old tasks after it.
   */
  DEFERRED = 'DEFERRED',
}

/**
 * Condition under which a rolling deployment counts as done before every task is replaced.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
export interface EarlySuccessOptions {
  /**
   * The share of the desired tasks that must be new and healthy, in percent: from `minHealthyPercent` to 100.
   */
  readonly healthyPercent: number;

  /**
   * The time at which the old tasks are stopped.
   *
   * @default EarlySuccessCleanup.BLOCKING
   */
  readonly cleanup?: EarlySuccessCleanup;
}
