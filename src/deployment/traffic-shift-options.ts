import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Duration } from 'aws-cdk-lib/core';
import type { DeploymentHook } from './deployment-hook';
import type { TestTraffic } from './test-traffic';

/**
 * Options of every deployment that moves traffic from the old tasks to the new ones.
 */
export interface TrafficShiftOptions {
  /**
   * Time for which old and new tasks both run after all traffic has moved, 0 to 1440 minutes: a rollback needs no new tasks.
   *
   * @default Duration.minutes(5)
   */
  readonly bakeTime?: Duration;

  /**
   * Requests that reach the new tasks before production traffic.
   *
   * @default - none: the first request that the new tasks see is a real one
   */
  readonly testTraffic?: TestTraffic;

  /**
   * Hooks that ECS waits for at stages of the deployment.
   *
   * @default - nothing
   */
  readonly hooks?: DeploymentHook[];

  /**
   * Alarms that stop the deployment when one goes off while it runs.
   *
   * For alarms on metrics of the service itself, which are created after it, there is `DeploymentAlarms`.
   *
   * @default - no alarm stops a deployment
   */
  readonly alarms?: cloudwatch.IAlarm[];

  /**
   * If true, a deployment that an alarm stops is rolled back: the traffic goes to the old tasks again.
   *
   * @default true
   */
  readonly rollback?: boolean;

  /**
   * True if ECS moves tasks from one Availability Zone to another to keep them in balance.
   *
   * @default true
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
   */
  readonly availabilityZoneRebalancing?: boolean;

  /**
   * The role that ECS changes the rules or listeners of the load balancer with. Service Connect needs none.
   *
   * It needs the managed policy `AmazonECSInfrastructureRolePolicyForLoadBalancers` and trusts `ecs.amazonaws.com`. Services can share one.
   *
   * @default - a role of the service's own
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html
   */
  readonly infrastructureRole?: iam.IRole;
}

/**
 * Options of a blue/green deployment, which moves all traffic at once.
 */
export interface BlueGreenDeploymentOptions extends TrafficShiftOptions {}

/**
 * Options of a linear deployment, which moves the traffic in equal steps.
 */
export interface LinearDeploymentOptions extends TrafficShiftOptions {
  /**
   * The share of the traffic that moves in each step, 3 to 100 percent in tenths.
   *
   * @default 10
   */
  readonly stepPercent?: number;

  /**
   * Time between two steps, 0 to 1440 minutes.
   *
   * @default Duration.minutes(6)
   */
  readonly stepBakeTime?: Duration;
}

/**
 * Options of a canary deployment, which moves a small share of the traffic first, then the rest.
 */
export interface CanaryDeploymentOptions extends TrafficShiftOptions {
  /**
   * The share of the traffic that moves first, 0.1 to 100 percent in tenths.
   *
   * @default 5
   */
  readonly canaryPercent?: number;

  /**
   * Time between the first share and the rest, 0 to 1440 minutes.
   *
   * @default Duration.minutes(10)
   */
  readonly canaryBakeTime?: Duration;
}
