import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { checkAdditionalTarget } from './check-additional-target';
import { readPartProps } from '../checks/check-workload';
import { pathOf } from '../checks/path-of';
import { checkPlaces } from '../checks/same-place';
import { bindAdditional } from '../ingress/additional-ingress';
import type { Ingress } from '../ingress/ingress';
import { targetTypeFor } from '../ingress/target-group';
import { checkItself } from '../rules/self-check';
import type { IEcsWorkload } from '../workload/ecs-workload';

/**
 * Properties of an AdditionalTarget.
 */
export interface AdditionalTargetProps {
  /**
   * The service that gets one more way in. It runs in rolling deployments.
   */
  readonly service: IEcsWorkload;

  /**
   * Target options of the listener.
   */
  readonly ingress: Ingress;

  /**
   * The port of the container that it goes to. The container gets a port mapping if it has none.
   */
  readonly containerPort: number;

  /**
   * The container that it goes to.
   *
   * @default - the main container
   */
  readonly containerName?: string;

  /**
   * Time for stopping tasks to finish their open requests, up to an hour.
   *
   * @default Duration.seconds(30)
   */
  readonly deregistrationDelay?: Duration;

  /**
   * Health check of the tasks by the load balancer.
   *
   * A task that fails the check of one target group is replaced, even if it passes the others.
   *
   * @default - `/` every 10 s, has to answer 200 to 399
   */
  readonly targetHealthCheck?: elbv2.HealthCheck;
}

/**
 * One more target group for a service: another port or container of its tasks, or another load balancer before the same.
 *
 * A service is in 5 target groups at most. Its grace period is for the checks of them all; one that has none gets 60 s.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/register-multiple-targetgroups.html
 *
 * @example
 * new AdditionalTarget(this, 'Admin', { service: web, containerPort: 9090, ingress: Ingress.internalHttp() });
 */
export class AdditionalTarget extends Construct {
  /**
   * The target group that the tasks are registered in.
   */
  public readonly targetGroup: elbv2.IApplicationTargetGroup;

  /**
   * The load balancer that brings the traffic.
   */
  public readonly loadBalancer: elbv2.IApplicationLoadBalancer;

  /**
   * Defines an AdditionalTarget.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: AdditionalTargetProps) {
    props = readPartProps(pathOf(scope, id), props, ['ingress', 'containerPort']);
    checkPlaces(scope, id, { service: props.service });
    checkAdditionalTarget(pathOf(scope, id), props);
    super(scope, id);
    checkItself(this);
    const { service: workload, ingress, containerPort, containerName, deregistrationDelay, targetHealthCheck } = props;
    const { service, taskDefinition, mainContainer } = workload;
    const container = containerName === undefined ? mainContainer : taskDefinition.findContainer(containerName)!;
    if (!container.findPortMapping(containerPort, ecs.Protocol.TCP)) container.addPortMappings({ containerPort });
    const { targetGroup, loadBalancer } = bindAdditional(this, ingress, {
      name: id,
      cluster: service.cluster,
      service,
      containerName: container.containerName,
      containerPort,
      targetGroup: { targetType: targetTypeFor(taskDefinition.networkMode), deregistrationDelay, targetHealthCheck },
      ownSecurityGroup: ownSecurityGroupOf(workload),
    });
    this.targetGroup = targetGroup;
    this.loadBalancer = loadBalancer;
  }
}

/** The security group that a service of this library created for its tasks: it must allow a load balancer of another stack. */
function ownSecurityGroupOf(workload: IEcsWorkload): ec2.SecurityGroup | undefined {
  const group = Construct.isConstruct(workload) ? workload.node.tryFindChild('SecurityGroup') : undefined;
  return group instanceof ec2.SecurityGroup ? group : undefined;
}
