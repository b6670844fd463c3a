import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';

/**
 * How a rolling deployment replaces tasks.
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
   * Whether ECS gives up on a deployment whose tasks don't get healthy.
   *
   * @default true
   */
  readonly circuitBreaker?: boolean;

  /**
   * Whether a deployment that the circuit breaker or an alarm stops is rolled back to the last good one.
   *
   * @default true
   */
  readonly rollback?: boolean;

  /**
   * Alarms that stop the deployment when one goes off while it runs.
   *
   * @default - no alarm stops a deployment
   */
  readonly alarms?: cloudwatch.IAlarm[];
}

/**
 * How ECS brings a new version of a service into service.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-types.html
 */
export abstract class Deployment {
  /**
   * Replaces tasks step by step: starts new ones, waits until they are healthy, stops old ones.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
   */
  public static rolling(options: RollingDeploymentOptions = {}): Deployment {
    return new RollingDeployment(options);
  }

  /** @internal */
  public abstract readonly _config: DeploymentConfig;
}

/**
 * What a deployment asks of the service.
 *
 * @internal
 */
export interface DeploymentConfig {
  readonly minHealthyPercent: number;
  readonly maxHealthyPercent: number;
  readonly circuitBreaker: boolean;
  readonly rollback: boolean;
  readonly alarms: cloudwatch.IAlarm[];
}

class RollingDeployment extends Deployment {
  public readonly _config: DeploymentConfig;

  constructor(options: RollingDeploymentOptions) {
    super();
    this._config = {
      minHealthyPercent: options.minHealthyPercent ?? 100,
      maxHealthyPercent: options.maxHealthyPercent ?? 200,
      circuitBreaker: options.circuitBreaker ?? true,
      rollback: options.rollback ?? true,
      alarms: options.alarms ?? [],
    };
  }
}
