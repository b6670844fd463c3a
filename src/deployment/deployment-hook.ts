import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import { readProps } from '../checks/read-props';

/**
 * Stages at which ECS waits, and the timeout.
 */
export interface DeploymentHookOptions {
  /**
   * The stages of a deployment that ECS waits at.
   *
   * Rolling deployments have no stages of traffic; those of test traffic need `testTraffic`.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html
   */
  readonly stages: ecs.DeploymentLifecycleStage[];

  /**
   * Time for which ECS waits for an answer, in whole minutes from 1: at most 1440 for a function, 20160 for a pause.
   *
   * CloudFormation waits too: 3 hours for a rolling deployment.
   *
   * @default Duration.minutes(60)
   */
  readonly timeout?: Duration;

  /**
   * If true, the deployment continues after a timeout.
   *
   * @default false, it is rolled back
   */
  readonly continueOnTimeout?: boolean;
}

/**
 * Stages at which ECS calls a function, and its details.
 */
export interface LambdaDeploymentHookOptions extends DeploymentHookOptions {
  /**
   * Value of `hookDetails` in the event of the function.
   *
   * @default - nothing
   */
  readonly details?: { [key: string]: any }; // jsii has no other type for JSON
}

/**
 * Something that ECS waits for at stages of a deployment.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html
 *
 * @example
 * const deployment = Deployment.blueGreen({
 *   hooks: [DeploymentHook.pause({ stages: [ecs.DeploymentLifecycleStage.POST_TEST_TRAFFIC_SHIFT] })],
 * });
 */
export class DeploymentHook {
  /**
   * Calls a function, which answers `{ hookStatus }`: `SUCCEEDED` goes on, `FAILED` rolls back, `IN_PROGRESS` is asked again in 30 s.
   *
   * ECS gets a role that may call this function and nothing else.
   *
   * @param handler the function that ECS calls
   * @param options the stages, and what the function gets
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/lambda-lifecycle-hooks.html
   */
  public static lambda(handler: lambda.IFunction, options: LambdaDeploymentHookOptions): DeploymentHook {
    return new DeploymentHook({ targetType: 'AWS_LAMBDA', mostMinutes: 1440, handler, ...defaults(readProps('DeploymentHook.lambda', options, ['stages'], 'options')), details: options.details });
  }

  /**
   * Pauses until a call of `ContinueServiceDeployment` continues or rolls back the deployment.
   *
   * ECS can't pause while traffic shifts: not at `TEST_TRAFFIC_SHIFT` and `PRODUCTION_TRAFFIC_SHIFT`.
   *
   * @param options the stages, and how long ECS waits
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/pause-lifecycle-hooks.html
   */
  public static pause(options: DeploymentHookOptions): DeploymentHook {
    return new DeploymentHook({ targetType: 'PAUSE', mostMinutes: 20160, ...defaults(readProps('DeploymentHook.pause', options, ['stages'], 'options')) });
  }

  private constructor(/** @internal */ public readonly _config: DeploymentHookConfig) {}
}

/**
 * Settings of a hook for ECS.
 *
 * @internal
 */
export interface DeploymentHookConfig {
  readonly targetType: 'AWS_LAMBDA' | 'PAUSE';
  readonly mostMinutes: number;
  readonly handler?: lambda.IFunction;
  readonly stages: ecs.DeploymentLifecycleStage[];
  readonly timeout: Duration;
  readonly continueOnTimeout: boolean;
  readonly details?: { [key: string]: any }; // jsii has no other type for JSON
}

function defaults({ stages, timeout = Duration.minutes(60), continueOnTimeout = false }: DeploymentHookOptions) {
  return { stages, timeout, continueOnTimeout };
}
