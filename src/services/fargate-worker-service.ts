import type { Construct } from 'constructs';
import { FargateCapacity } from './fargate-capacity';
import type { FargateOptions } from './fargate-options';
import { readServiceProps } from './read-service-props';
import type { ServiceProps } from './service-props';
import { Workload } from './workload';
import { injectedProps } from '../checks/injected-props';
import { pathOf } from '../checks/path-of';

/**
 * Properties of a FargateWorkerService.
 */
export interface FargateWorkerServiceProps extends ServiceProps, FargateOptions {}

/**
 * An ECS service on Fargate that pulls its own work: no traffic reaches it from a load balancer.
 *
 * The construct creates its task definition, roles, log group and security group.
 * Deployments stop and roll back when the new tasks don't get healthy.
 *
 * @example
 * const worker = new FargateWorkerService(this, 'Worker', { cluster, image, size: FargateSize.of(512, 1024) });
 * bucket.grantRead(worker);
 */
export class FargateWorkerService extends Workload {
  /**
   * The id by which property injectors of an app know this class.
   */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-ecs-guardrails.FargateWorkerService';

  /**
   * Defines a FargateWorkerService.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: FargateWorkerServiceProps) {
    const given = readServiceProps(pathOf(scope, id), injectedProps(scope, id, FargateWorkerService.PROPERTY_INJECTION_ID, props));
    super(scope, id, { props: given, capacity: new FargateCapacity(given) });
  }
}
