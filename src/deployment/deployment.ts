import type { CodeDeployDeploymentOptions } from './code-deploy-options';
import { canary, blueGreen, codeDeploy, linear, rolling, type DeploymentConfig } from './deployment-config';
import type { RollingDeploymentOptions } from './rolling-options';
import type { BlueGreenDeploymentOptions, CanaryDeploymentOptions, LinearDeploymentOptions } from './traffic-shift-options';
import { readProps } from '../checks/read-props';

/**
 * Replacement of an old version of a service by a new one.
 *
 * All but `rolling` run old and new tasks side by side, twice the tasks for a while, and move the traffic between two target
 * groups by a rule of the load balancer, or by the listener of a `NetworkIngress`. CloudFormation leaves that rule alone as long as
 * its part of the template stays the same. A change of the rule's priority or conditions, or of the certificates or the TLS
 * policy of the listener, resets its weights, so the next deployment must follow.
 *
 * Endpoints of `ServiceConnectDiscovery` need neither: the proxies of their callers move. A worker without callers uses `blueGreen`
 * for a rollback without new tasks; `linear` and `canary` of one are refused at synthesis.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-types.html
 *
 * @example
 * new FargateWebService(this, 'Shop', {
 *   cluster,
 *   image,
 *   containerPort: 8080,
 *   ingress: Ingress.publicHttp(),
 *   deployment: Deployment.canary({ canaryPercent: 10, canaryBakeTime: Duration.minutes(5) }),
 * });
 */
export class Deployment {
  /**
   * Replaces tasks step by step: starts new ones, waits until they are healthy, stops old ones.
   *
   * @param options how many tasks are replaced at a time, and when the deployment stops
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
   */
  public static rolling(options: RollingDeploymentOptions = {}): Deployment {
    return new Deployment(rolling(readProps('Deployment.rolling', options, [], 'options')));
  }

  /**
   * Starts all new tasks beside the old ones, then moves all traffic at once.
   *
   * @param options bake time, test traffic, hooks and alarms
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-blue-green.html
   */
  public static blueGreen(options: BlueGreenDeploymentOptions = {}): Deployment {
    return new Deployment(blueGreen(readProps('Deployment.blueGreen', options, [], 'options')));
  }

  /**
   * Starts all new tasks beside the old ones, then moves the traffic in equal steps.
   *
   * @param options the steps, with bake time, test traffic, hooks and alarms
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-linear.html
   */
  public static linear(options: LinearDeploymentOptions = {}): Deployment {
    return new Deployment(linear(readProps('Deployment.linear', options, [], 'options')));
  }

  /**
   * Starts all new tasks beside the old ones, moves a little of the traffic, and the rest after a while.
   *
   * @param options the first share of the traffic, with bake time, test traffic, hooks and alarms
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/canary-deployment.html
   */
  public static canary(options: CanaryDeploymentOptions = {}): Deployment {
    return new Deployment(canary(readProps('Deployment.canary', options, [], 'options')));
  }

  /**
   * Leaves deployments to CodeDeploy, for those who have to; `blueGreen`, `linear` and `canary` do the same without it.
   *
   * CloudFormation makes the service and can't deploy it from then on: a new task definition goes into service with a deployment
   * of CodeDeploy. There is no circuit breaker, no deployment hook, no Service Connect, and one target group at a time.
   *
   * @param options the application, the pace and the alarms of CodeDeploy
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html
   */
  public static codeDeploy(options: CodeDeployDeploymentOptions = {}): Deployment {
    return new Deployment(codeDeploy(readProps('Deployment.codeDeploy', options, [], 'options')));
  }

  private constructor(/** @internal */ public readonly _config: DeploymentConfig) {}
}
