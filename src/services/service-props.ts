import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Duration } from 'aws-cdk-lib/core';
import type { TaskProps } from './task-props';
import type { Deployment } from '../deployment/deployment';
import type { Ingress } from '../ingress/ingress';

/**
 * Options of every service.
 */
export interface ServiceProps extends TaskProps {
  /**
   * The name of the service.
   *
   * A named service can't be replaced by CloudFormation while it exists.
   *
   * @default - a name that CloudFormation makes up
   */
  readonly serviceName?: string;

  /**
   * Number of tasks, as long as nothing scales the service.
   *
   * With a scaling policy the count is left out of the template: CloudFormation would put it back on every update.
   * The scaling policy's `minCapacity` is the floor then.
   *
   * @default - 2, and none where anything scales the service
   */
  readonly desiredCount?: number;

  /**
   * Deployment of new versions.
   *
   * @default Deployment.rolling()
   */
  readonly deployment?: Deployment;

  /**
   * If true, ECS Exec can open a shell in the containers.
   *
   * @default false
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
   */
  readonly enableExecuteCommand?: boolean;
}

/**
 * Options of every service that answers requests.
 */
export interface WebServiceProps extends ServiceProps {
  /**
   * Ingress by which traffic reaches the service.
   */
  readonly ingress: Ingress;

  /**
   * The port that traffic is routed to.
   */
  readonly containerPort: number;

  /**
   * The container that traffic is routed to.
   *
   * A sidecar needs the `containerPort` among its `containerPorts`.
   *
   * @default - the main container
   */
  readonly targetContainerName?: string;

  /**
   * Health check of the tasks by the load balancer.
   *
   * Options that are left out have these defaults: path `/`, every 10 s, within 5 s, healthy after 2 answers with a status
   * from 200 to 399, unhealthy after 3 without.
   *
   * @default - as above
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
   */
  readonly targetHealthCheck?: elbv2.HealthCheck;

  /**
   * Time in which a new task may fail health checks before ECS replaces it.
   *
   * @default - 60 s, or as long as the container's own health check may take to get healthy if that is longer
   */
  readonly healthCheckGracePeriod?: Duration;

  /**
   * Time for open requests to end before a task is stopped, 0 to 3600 s.
   *
   * @default Duration.seconds(30)
   */
  readonly deregistrationDelay?: Duration;
}
