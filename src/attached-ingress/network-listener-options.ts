import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Duration } from 'aws-cdk-lib/core';

/**
 * A port of a Network Load Balancer, and where its connections go.
 */
export interface NetworkListenerOptions {
  /**
   * The port that clients connect to.
   */
  readonly port: number;

  /**
   * TCP, UDP, TCP_UDP, or TLS, which the load balancer ends: tasks get plain TCP.
   *
   * @default Protocol.TCP
   */
  readonly protocol?: elbv2.Protocol;

  /**
   * The port of the container. It is added to the container's ports if it isn't one.
   *
   * @default - the same as `port`
   */
  readonly containerPort?: number;

  /**
   * The container that connections go to.
   *
   * @default - the main container
   */
  readonly containerName?: string;

  /**
   * The certificates of a TLS listener, in the region of the service. Clients that name none of their names get the first.
   *
   * @default - none; a TLS listener has to have one
   */
  readonly certificates?: acm.ICertificate[];

  /**
   * The TLS versions and ciphers that clients may use, for a TLS listener.
   *
   * @default SslPolicy.TLS13_RES, which is TLS 1.3, and TLS 1.2 with forward secrecy
   */
  readonly sslPolicy?: elbv2.SslPolicy;

  /**
   * Health check of the tasks by the load balancer: over TCP, HTTP or HTTPS, never over UDP.
   *
   * Options that are left out have these defaults: a TCP connection to the port of the container every 10 s, healthy after 2,
   * unhealthy after 2. A UDP listener must set a `port` that speaks TCP.
   *
   * @default - as above
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html
   */
  readonly healthCheck?: elbv2.HealthCheck;

  /**
   * If true, tasks see the address of the client instead of the load balancer's. With UDP they always do.
   *
   * @default - yes for instances and for UDP, no for tasks with an address of their own
   */
  readonly preserveClientIp?: boolean;

  /**
   * If true, each connection begins with a header that contains the address of the client. The container must expect it.
   *
   * @default false
   */
  readonly proxyProtocolV2?: boolean;

  /**
   * Time for open connections to end before a task is stopped, 0 to 3600 s.
   *
   * @default Duration.seconds(30)
   */
  readonly deregistrationDelay?: Duration;
}
