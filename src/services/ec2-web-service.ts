import type { Construct } from 'constructs';
import type { Ec2Options } from './ec2-options';
import { Ec2TaskCapacity } from './ec2-task-capacity';
import { EC2_CAPACITY, readServiceProps } from './read-service-props';
import type { WebServiceProps } from './service-props';
import { WebWorkload } from './web-workload';
import { injectedProps } from '../checks/injected-props';
import { pathOf } from '../checks/path-of';

/**
 * Properties of an Ec2WebService.
 */
export interface Ec2WebServiceProps extends WebServiceProps, Ec2Options {}

/**
 * An ECS service on EC2 instances of its cluster that answers requests.
 *
 * The construct creates its task definition, roles, log group and security group, and the load balancer of its `ingress`.
 * Deployments stop and roll back when the new tasks don't get healthy.
 *
 * @example
 * const capacity = new Ec2Capacity(this, 'Capacity', { cluster, instanceType: new ec2.InstanceType('m7g.large') });
 * new Ec2WebService(this, 'Web', {
 *   cluster,
 *   capacity,
 *   image,
 *   containerPort: 8080,
 *   memoryLimitMiB: 512,
 *   ingress: Ingress.publicHttp(),
 * });
 */
export class Ec2WebService extends WebWorkload {
  /**
   * The id by which property injectors of an app know this class.
   */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-ecs-guardrails.Ec2WebService';

  /**
   * Defines an Ec2WebService.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: Ec2WebServiceProps) {
    const given = readServiceProps(pathOf(scope, id), injectedProps(scope, id, Ec2WebService.PROPERTY_INJECTION_ID, props), EC2_CAPACITY);
    super(scope, id, given, new Ec2TaskCapacity(given));
  }
}
