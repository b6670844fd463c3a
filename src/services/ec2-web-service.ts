import type { Construct } from 'constructs';
import type { Ec2Options } from './ec2-options';
import { Ec2TaskCapacity } from './ec2-task-capacity';
import type { WebServiceProps } from './service-props';
import { WebWorkload } from './web-workload';

/**
 * Properties of an Ec2WebService.
 */
export interface Ec2WebServiceProps extends WebServiceProps, Ec2Options {}

/**
 * An ECS service on EC2 instances of its cluster that answers requests.
 *
 * It comes with its task definition, roles, log group and security group, and with the load balancer that its `ingress` asks for.
 * Deployments stop and roll back when the new tasks don't get healthy.
 */
export class Ec2WebService extends WebWorkload {
  constructor(scope: Construct, id: string, props: Ec2WebServiceProps) {
    super(scope, id, props, new Ec2TaskCapacity(props));
  }
}
