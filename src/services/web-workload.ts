import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import type { Capacity } from './capacity';
import type { IEcsWebWorkload } from './ecs-workload';
import type { WebServiceProps } from './service-props';
import { checkWebService, gracePeriodFor } from './web-service-checks';
import { Workload } from './workload';
import { pathOf } from '../checks/path-of';
import { targetTypeFor } from '../ingress/target-group';

/**
 * An ECS service that answers requests: a workload with a way in.
 *
 * @internal
 */
export abstract class WebWorkload extends Workload implements IEcsWebWorkload {
  /**
   * The target group that the tasks are registered in.
   */
  public readonly targetGroup: elbv2.IApplicationTargetGroup;

  /**
   * The load balancer that brings the traffic.
   */
  public readonly loadBalancer: elbv2.IApplicationLoadBalancer;

  constructor(scope: Construct, id: string, props: WebServiceProps, capacity: Capacity) {
    const mainContainerName = props.containerName ?? 'app';
    const containerName = props.targetContainerName ?? mainContainerName;
    const targetType = targetTypeFor(capacity.networkMode);
    checkWebService(pathOf(scope, id), props, containerName, targetType);
    super(scope, id, {
      props,
      capacity,
      mainPort: containerName === mainContainerName ? props.containerPort : undefined,
      healthCheckGracePeriod: props.healthCheckGracePeriod ?? gracePeriodFor(props),
    });
    const { targetGroup, loadBalancer } = props.ingress._bind(new Construct(this, 'Ingress'), {
      cluster: props.cluster,
      service: this.service,
      containerName,
      containerPort: props.containerPort,
      targetGroup: {
        targetType,
        deregistrationDelay: props.deregistrationDelay,
        targetHealthCheck: props.targetHealthCheck,
      },
      ownSecurityGroup: this.node.tryFindChild('SecurityGroup') as ec2.SecurityGroup | undefined,
    });
    this.targetGroup = targetGroup;
    this.loadBalancer = loadBalancer;
  }
}
