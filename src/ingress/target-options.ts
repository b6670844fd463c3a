import type { ApplicationProtocol, ApplicationProtocolVersion } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Duration } from 'aws-cdk-lib/core';

/**
 * How a load balancer speaks to the tasks of a service.
 */
export interface TargetOptions {
  /**
   * What the tasks speak. With HTTPS the container brings a certificate, of any kind: the load balancer doesn't check it.
   *
   * @default ApplicationProtocol.HTTP
   */
  readonly targetProtocol?: ApplicationProtocol;

  /**
   * The version of HTTP that the tasks are asked in. HTTP2 and GRPC need clients that come by HTTPS.
   *
   * With GRPC the health check calls `/AWS.ALB/healthcheck` and takes UNIMPLEMENTED (12) for an answer, unless
   * `targetHealthCheck` has a `path` and `healthyGrpcCodes`.
   *
   * @default ApplicationProtocolVersion.HTTP1
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-group-protocol-version
   */
  readonly protocolVersion?: ApplicationProtocolVersion;

  /**
   * How long a client is sent to the task that answered it first, 1 s to 7 days.
   *
   * @default - each request goes to any task
   */
  readonly stickinessCookieDuration?: Duration;

  /**
   * The cookie of the application that says how long a client stays with a task, within `stickinessCookieDuration`.
   *
   * @default - a cookie of the load balancer
   */
  readonly stickinessCookieName?: string;
}
