import type { ApplicationProtocol, ApplicationProtocolVersion } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Duration } from 'aws-cdk-lib/core';

/**
 * Protocol and stickiness of a load balancer to the tasks of a service.
 */
export interface TargetOptions {
  /**
   * Protocol of the tasks. With HTTPS the container needs a certificate, of any kind: the load balancer doesn't verify it.
   *
   * @default ApplicationProtocol.HTTP
   */
  readonly targetProtocol?: ApplicationProtocol;

  /**
   * The version of HTTP of the requests to the tasks. HTTP2 and GRPC need clients that use HTTPS.
   *
   * With GRPC the health check calls `/AWS.ALB/healthcheck` and accepts UNIMPLEMENTED (12) as an answer, unless
   * `targetHealthCheck` has a `path` and `healthyGrpcCodes`.
   *
   * @default ApplicationProtocolVersion.HTTP1
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-group-protocol-version
   */
  readonly protocolVersion?: ApplicationProtocolVersion;

  /**
   * Time for which a client stays with the task of its first request, 1 s to 7 days.
   *
   * @default - each request goes to any task
   */
  readonly stickinessCookieDuration?: Duration;

  /**
   * The cookie of the application that decides how long a client stays with a task, within `stickinessCookieDuration`.
   *
   * @default - a cookie of the load balancer
   */
  readonly stickinessCookieName?: string;
}
