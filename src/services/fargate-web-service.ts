import type { Construct } from 'constructs';
import { FargateCapacity } from './fargate-capacity';
import type { FargateOptions } from './fargate-options';
import { readServiceProps } from './read-service-props';
import type { WebServiceProps } from './service-props';
import { WebWorkload } from './web-workload';
import { injectedProps } from '../checks/injected-props';
import { pathOf } from '../checks/path-of';

/**
 * Properties of a FargateWebService.
 */
export interface FargateWebServiceProps extends WebServiceProps, FargateOptions {}

/**
 * An ECS service on Fargate that answers requests.
 *
 * The construct creates its task definition, roles, log group and security group, and the load balancer of its `ingress`.
 * Deployments stop and roll back when the new tasks don't get healthy.
 *
 * @example
 * const web = new FargateWebService(this, 'Web', {
 *   cluster,
 *   image,
 *   containerPort: 8080,
 *   ingress: Ingress.publicHttps({ domainName: 'shop.example.com', hostedZone }),
 * });
 * web.connectTo(api);
 */
export class FargateWebService extends WebWorkload {
  /**
   * The id by which property injectors of an app know this class.
   */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-ecs-guardrails.FargateWebService';

  /**
   * Defines a FargateWebService.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: FargateWebServiceProps) {
    const given = readServiceProps(pathOf(scope, id), injectedProps(scope, id, FargateWebService.PROPERTY_INJECTION_ID, props));
    super(scope, id, given, new FargateCapacity(given, given));
  }
}
