import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { IngressTarget } from './ingress-kind';

/** What the props of a service ask of its target group. */
export interface TargetGroupWishes {
  readonly deregistrationDelay?: Duration;
  readonly targetHealthCheck?: elbv2.HealthCheck;
}

/** How a target group of a service's own behaves. */
export interface TargetGroupOptions extends TargetGroupWishes {
  readonly targetType: elbv2.TargetType;
}

export const DEFAULT_HEALTH_CHECK = {
  path: '/',
  interval: Duration.seconds(10),
  timeout: Duration.seconds(5),
  healthyThresholdCount: 2,
  unhealthyThresholdCount: 3,
  healthyHttpCodes: '200-399',
};

/** A target group for the service, not on a listener yet. */
export function newTargetGroup(scope: Construct, target: IngressTarget, id = 'TargetGroup'): elbv2.ApplicationTargetGroup {
  const healthCheck = { ...DEFAULT_HEALTH_CHECK, ...target.targetGroup.targetHealthCheck };
  const targetGroup = new elbv2.ApplicationTargetGroup(scope, id, {
    vpc: target.cluster.vpc,
    protocol: elbv2.ApplicationProtocol.HTTP,
    port: target.containerPort,
    targetType: target.targetGroup.targetType,
    deregistrationDelay: target.targetGroup.deregistrationDelay ?? Duration.seconds(30),
    healthCheck: { ...healthCheck, interval: unlessToken(healthCheck.interval), timeout: unlessToken(healthCheck.timeout) },
  });
  // The CDK compares the two, and can't with tokens.
  const resource = targetGroup.node.defaultChild as elbv2.CfnTargetGroup;
  if (healthCheck.interval?.isUnresolved()) resource.healthCheckIntervalSeconds = healthCheck.interval.toSeconds();
  if (healthCheck.timeout?.isUnresolved()) resource.healthCheckTimeoutSeconds = healthCheck.timeout.toSeconds();
  return targetGroup;
}

function unlessToken(duration: Duration | undefined): Duration | undefined {
  return duration?.isUnresolved() ? undefined : duration;
}

/** The target type that reaches tasks in the network mode. */
export function targetTypeFor(networkMode: ecs.NetworkMode): elbv2.TargetType {
  return networkMode === 'awsvpc' ? elbv2.TargetType.IP : elbv2.TargetType.INSTANCE;
}
