import type { Construct } from 'constructs';
import type { Ec2Options } from './ec2-options';
import { Ec2TaskCapacity } from './ec2-task-capacity';
import { EC2_CAPACITY, readServiceProps } from './read-service-props';
import type { ServiceProps } from './service-props';
import { Workload } from './workload';
import { injectedProps } from '../checks/injected-props';
import { pathOf } from '../checks/path-of';

/**
 * Properties of an Ec2WorkerService.
 */
export interface Ec2WorkerServiceProps extends ServiceProps, Ec2Options {}

/**
 * An ECS service on EC2 instances of its cluster that pulls its own work: no traffic reaches it from a load balancer.
 *
 * The construct creates its task definition, roles, log group and security group.
 * Deployments stop and roll back when the new tasks don't get healthy.
 *
 * @example
 * const capacity = new Ec2Capacity(this, 'Capacity', { cluster, instanceType: new ec2.InstanceType('m7g.large') });
 * new Ec2WorkerService(this, 'Worker', { cluster, capacity, image, memoryLimitMiB: 512 });
 */
export class Ec2WorkerService extends Workload {
  /**
   * The id by which property injectors of an app know this class.
   */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-ecs-guardrails.Ec2WorkerService';

  /**
   * Defines an Ec2WorkerService.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: Ec2WorkerServiceProps) {
    const given = readServiceProps(pathOf(scope, id), injectedProps(scope, id, Ec2WorkerService.PROPERTY_INJECTION_ID, props), EC2_CAPACITY);
    super(scope, id, { props: given, capacity: new Ec2TaskCapacity(given) });
  }
}
