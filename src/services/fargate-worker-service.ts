import type { Construct } from 'constructs';
import { FargateCapacity } from './fargate-capacity';
import type { FargateOptions } from './fargate-options';
import type { ServiceProps } from './service-props';
import { Workload } from './workload';

/**
 * Properties of a FargateWorkerService.
 */
export interface FargateWorkerServiceProps extends ServiceProps, FargateOptions {}

/**
 * An ECS service on Fargate that pulls its own work: no traffic reaches it from a load balancer.
 *
 * It comes with its task definition, roles, log group and security group.
 * Deployments stop and roll back when the new tasks don't get healthy.
 */
export class FargateWorkerService extends Workload {
  constructor(scope: Construct, id: string, props: FargateWorkerServiceProps) {
    super(scope, id, { props, capacity: new FargateCapacity(props) });
  }
}
