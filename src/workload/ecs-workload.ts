import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { ConnectOptions, ServiceEndpoint } from './connect-options';
import type { IEcsTask } from './ecs-task';
import type { IScalableService } from './scalable-service';

/**
 * A service as scaling, discovery and other parts see it.
 */
export interface IEcsWorkload extends IEcsTask, IScalableService {
  /**
   * The ECS service.
   */
  readonly service: ecs.BaseService;

  /**
   * Lets this service call another one: opens the security groups between the two for the one port, and hands the URL to
   * the main container in an environment variable.
   *
   * The other service is called through Service Connect if both are in one namespace, else by its name in Cloud Map, else
   * through its load balancer. What it is called by has to be there before.
   *
   * @param other the service to call
   * @param options the endpoint to call, and how the main container gets its URL
   * @returns where the other service is called
   */
  connectTo(other: IEcsWorkload, options?: ConnectOptions): ServiceEndpoint;
}

/**
 * A service behind an Application Load Balancer, as scaling, discovery and other parts see it.
 */
export interface IEcsWebWorkload extends IEcsWorkload {
  /**
   * The target group that the tasks are registered in.
   */
  readonly targetGroup: elbv2.IApplicationTargetGroup;

  /**
   * The second target group of a deployment that moves traffic between two.
   */
  readonly alternateTargetGroup?: elbv2.IApplicationTargetGroup;
}
