import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { CircuitBreakerThreshold } from './circuit-breaker-threshold';
import type { DeploymentHook } from './deployment-hook';
import type { EarlySuccessOptions } from './early-success';

/**
 * Options of a rolling deployment.
 */
export interface RollingDeploymentOptions {
  /**
   * The share of the desired tasks that keeps running during a deployment, in percent.
   *
   * @default 100
   */
  readonly minHealthyPercent?: number;

  /**
   * The most tasks that run during a deployment, in percent of the desired tasks.
   *
   * @default 200
   */
  readonly maxHealthyPercent?: number;

  /**
   * If true, ECS stops a deployment whose tasks don't get healthy.
   *
   * @default true
   */
  readonly circuitBreaker?: boolean;

  /**
   * Number of failed tasks at which the circuit breaker stops the deployment.
   *
   * @default - half of the desired count, from 3 to 200 tasks
   */
  readonly circuitBreakerThreshold?: CircuitBreakerThreshold;

  /**
   * True if a task that becomes healthy sets the count of failed tasks back to zero. Then only failures in a row stop a deployment.
   *
   * @default - failed tasks of the whole deployment count
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
   */
  readonly resetOnHealthyTask?: boolean;

  /**
   * The share of healthy new tasks at which the deployment counts as done, before the last task is replaced.
   *
   * @default - the deployment is done when every task is replaced
   */
  readonly earlySuccess?: EarlySuccessOptions;

  /**
   * True if ECS moves tasks from one Availability Zone to another to keep them in balance. ECS does so with a `maxHealthyPercent` above 100 only.
   *
   * @default true
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
   */
  readonly availabilityZoneRebalancing?: boolean;

  /**
   * If true, a deployment that the circuit breaker or an alarm stops is rolled back to the last good one.
   *
   * @default true
   */
  readonly rollback?: boolean;

  /**
   * Alarms that stop the deployment when one goes off while it runs.
   *
   * For alarms on metrics of the service itself, which are created after it, there is `DeploymentAlarms`.
   *
   * @default - no alarm stops a deployment
   */
  readonly alarms?: cloudwatch.IAlarm[];

  /**
   * Hooks that ECS waits for before or after it starts the new tasks.
   *
   * @default - nothing
   */
  readonly hooks?: DeploymentHook[];
}
