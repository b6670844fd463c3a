import type * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import { deploymentOf } from './service-deployment-props';
import type { WebServiceProps } from './service-props';
import type { Capacity } from './task-capacity';
import { checkWebService, gracePeriodFor } from './web-service-checks';
import { Workload } from './workload';
import { pathOf } from '../checks/path-of';
import { deployByCodeDeploy } from '../deployment/code-deploy-group';
import { ServiceTraffic } from '../deployment/service-traffic';
import { targetTypeFor } from '../ingress/target-group';
import type { IEcsWebWorkload } from '../workload/ecs-workload';

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
   * The second target group of a deployment that moves traffic: blue/green, linear, canary, CodeDeploy.
   */
  public readonly alternateTargetGroup?: elbv2.IApplicationTargetGroup;

  /**
   * The load balancer that brings the traffic.
   */
  public readonly loadBalancer: elbv2.IApplicationLoadBalancer;

  /**
   * The deployment group of a service that CodeDeploy deploys.
   */
  public readonly codeDeployGroup?: codedeploy.EcsDeploymentGroup;

  constructor(scope: Construct, id: string, props: WebServiceProps, capacity: Capacity) {
    const mainContainerName = props.containerName ?? 'app';
    const containerName = props.targetContainerName ?? mainContainerName;
    const targetType = targetTypeFor(capacity.networkMode);
    checkWebService(pathOf(scope, id), props, containerName, capacity.networkMode);
    super(scope, id, {
      props,
      capacity,
      takesTraffic: true,
      mainPort: containerName === mainContainerName ? props.containerPort : undefined,
      healthCheckGracePeriod: props.healthCheckGracePeriod ?? gracePeriodFor(props),
    });
    const deployment = deploymentOf(props);
    const ingress = props.ingress._bind(new Construct(this, 'Ingress'), {
      name: id,
      cluster: props.cluster,
      service: this.service,
      containerName,
      containerPort: props.containerPort,
      deployment,
      targetGroup: {
        targetType,
        deregistrationDelay: props.deregistrationDelay,
        targetHealthCheck: props.targetHealthCheck,
      },
      ownSecurityGroup: this.node.tryFindChild('SecurityGroup') as ec2.SecurityGroup | undefined,
    });
    ServiceTraffic.of(this.service).bring({ tested: deployment.shift?.testTraffic !== undefined });
    this.targetGroup = ingress.targetGroup;
    this.alternateTargetGroup = ingress.alternateTargetGroup;
    this.loadBalancer = ingress.loadBalancer;
    this.codeDeployGroup = deployment.codeDeploy && deployByCodeDeploy(this, this.service, deployment.codeDeploy, ingress);
  }
}
