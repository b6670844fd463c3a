import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import type { Duration } from 'aws-cdk-lib/core';
import type { TestTraffic } from './test-traffic';

/**
 * How CodeDeploy moves the traffic.
 */
export interface CodeDeployDeploymentOptions {
  /**
   * How much traffic moves at once, and how long it waits then.
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
   * How long the old tasks run after all traffic has moved: a way back without a start, 0 to 2880 minutes.
   *
   * @default Duration.minutes(5)
   */
  readonly terminationWaitTime?: Duration;

  /**
   * How long the new tasks wait for somebody to move the traffic by hand, 0 to 2880 minutes. Nobody in time stops the deployment.
   *
   * @default - the traffic moves as soon as the new tasks are healthy
   */
  readonly deploymentApprovalWaitTime?: Duration;

  /**
   * The requests that reach the new tasks before anybody else's: `TestTraffic.onPort` or `TestTraffic.onListener`.
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
   * Whether a deployment that fails, or that an alarm stops, is rolled back.
   *
   * @default true
   */
  readonly rollback?: boolean;
}
