import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration, Tokenization } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { IngressTarget } from './ingress-kind';
import type { TargetOptions } from './target-options';

/** Options of a target group from the props of its service. */
export interface TargetGroupWishes {
  readonly deregistrationDelay?: Duration;
  readonly targetHealthCheck?: elbv2.HealthCheck;
}

/** Properties of a target group of a service's own. */
export interface TargetGroupOptions extends TargetGroupWishes, TargetOptions {
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

/** Selects the target options from the options of an ingress. */
export function targetOptionsOf(options: TargetOptions): TargetOptions {
  const { targetProtocol, protocolVersion, stickinessCookieDuration, stickinessCookieName } = options;
  return { targetProtocol, protocolVersion, stickinessCookieDuration, stickinessCookieName };
}

/** Default method of a gRPC health check: any server answers that it doesn't know it. */
const GRPC_HEALTH_CHECK = { path: '/AWS.ALB/healthcheck', healthyHttpCodes: undefined, healthyGrpcCodes: '12' };

/** A target group for the service, not on a listener yet. */
export function newTargetGroup(scope: Construct, target: IngressTarget, id: string): elbv2.ApplicationTargetGroup {
  const { targetHealthCheck, targetProtocol = elbv2.ApplicationProtocol.HTTP, protocolVersion } = target.targetGroup;
  const healthCheck: elbv2.HealthCheck = {
    ...DEFAULT_HEALTH_CHECK,
    ...(protocolVersion === elbv2.ApplicationProtocolVersion.GRPC ? GRPC_HEALTH_CHECK : {}),
    ...(targetProtocol === elbv2.ApplicationProtocol.HTTPS ? { protocol: elbv2.Protocol.HTTPS } : {}),
    ...said(targetHealthCheck),
  };
  const { deregistrationDelay = Duration.seconds(30) } = target.targetGroup;
  const targetGroup = new elbv2.ApplicationTargetGroup(scope, id, {
    vpc: target.cluster.vpc,
    protocol: targetProtocol,
    protocolVersion,
    // That of targets without a port of their own. ECS registers each task with its port, and this one could not be changed with it.
    port: targetProtocol === elbv2.ApplicationProtocol.HTTPS ? 443 : 80,
    targetType: target.targetGroup.targetType,
    deregistrationDelay,
    healthCheck: { ...healthCheck, interval: unlessToken(healthCheck.interval), timeout: unlessToken(healthCheck.timeout) },
  });
  // The CDK compares the two, and can't with tokens.
  const resource = targetGroup.node.defaultChild as elbv2.CfnTargetGroup;
  if (healthCheck.interval?.isUnresolved()) resource.healthCheckIntervalSeconds = healthCheck.interval.toSeconds();
  if (healthCheck.timeout?.isUnresolved()) resource.healthCheckTimeoutSeconds = healthCheck.timeout.toSeconds();
  // The CDK's own way doesn't take tokens.
  targetGroup.setAttribute('deregistration_delay.timeout_seconds', Tokenization.stringifyNumber(deregistrationDelay.toSeconds()));
  stick(targetGroup, target.targetGroup);
  return targetGroup;
}

/** Undefined options have our defaults, as if they were left out. */
function said(check: elbv2.HealthCheck = {}): elbv2.HealthCheck {
  return Object.fromEntries(Object.entries(check).filter(([, value]) => value !== undefined));
}

/** The CDK's own way doesn't take tokens. */
function stick(targetGroup: elbv2.ApplicationTargetGroup, { stickinessCookieDuration, stickinessCookieName }: TargetOptions): void {
  if (!stickinessCookieDuration) return;
  const type = stickinessCookieName === undefined ? 'lb_cookie' : 'app_cookie';
  targetGroup.setAttribute('stickiness.enabled', 'true');
  targetGroup.setAttribute('stickiness.type', type);
  targetGroup.setAttribute(`stickiness.${type}.duration_seconds`, Tokenization.stringifyNumber(stickinessCookieDuration.toSeconds()));
  if (stickinessCookieName !== undefined) targetGroup.setAttribute('stickiness.app_cookie.cookie_name', stickinessCookieName);
}

function unlessToken(duration: Duration | undefined): Duration | undefined {
  return duration?.isUnresolved() ? undefined : duration;
}

/** The target type that reaches tasks in the network mode. */
export function targetTypeFor(networkMode: ecs.NetworkMode): elbv2.TargetType {
  return networkMode === 'awsvpc' ? elbv2.TargetType.IP : elbv2.TargetType.INSTANCE;
}
