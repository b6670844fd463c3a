import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import type { Duration } from 'aws-cdk-lib/core';
import type { TestTraffic } from './test-traffic';

/**
 * Options of a deployment by CodeDeploy.
 */
export interface CodeDeployDeploymentOptions {
  /**
   * Share of traffic that moves at once, and the wait after it.
   *
   * @default EcsDeploymentConfig.ALL_AT_ONCE
   * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html
   */
  readonly deploymentConfig?: codedeploy.IEcsDeploymentConfig;

  /**
   * The application of CodeDeploy.
   *
   * @default - one of the service's own
   */
  readonly application?: codedeploy.IEcsApplication;

  /**
   * Time for which the old tasks run after all traffic has moved: a rollback needs no new tasks, 0 to 2880 minutes.
   *
   * @default Duration.minutes(5)
   */
  readonly terminationWaitTime?: Duration;

  /**
   * Time for which the new tasks wait until a user moves the traffic, 0 to 2880 minutes. The deployment stops after it.
   *
   * @default - the traffic moves as soon as the new tasks are healthy
   */
  readonly deploymentApprovalWaitTime?: Duration;

  /**
   * Requests that reach the new tasks before production traffic: `TestTraffic.onPort` or `TestTraffic.onListener`.
   *
   * @default - none
   */
  readonly testTraffic?: TestTraffic;

  /**
   * Alarms that stop a deployment when one goes off while it runs.
   *
   * @default - no alarm stops a deployment
   */
  readonly alarms?: cloudwatch.IAlarm[];

  /**
   * If true, a deployment that fails, or that an alarm stops, is rolled back.
   *
   * @default true
   */
  readonly rollback?: boolean;
}
