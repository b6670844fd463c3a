import type { Construct } from 'constructs';
import { FargateCapacity } from './fargate-capacity';
import type { FargateOptions } from './fargate-options';
import type { WebServiceProps } from './service-props';
import { WebWorkload } from './web-workload';

/**
 * Properties of a FargateWebService.
 */
export interface FargateWebServiceProps extends WebServiceProps, FargateOptions {}

/**
 * An ECS service on Fargate that answers requests.
 *
 * It comes with its task definition, roles, log group and security group, and with the load balancer that its `ingress` asks for.
 * Deployments stop and roll back when the new tasks don't get healthy.
 */
export class FargateWebService extends WebWorkload {
  constructor(scope: Construct, id: string, props: FargateWebServiceProps) {
    super(scope, id, props, new FargateCapacity(props));
  }
}
