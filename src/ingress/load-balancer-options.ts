import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as route53 from 'aws-cdk-lib/aws-route53';
import type { Duration } from 'aws-cdk-lib/core';

/**
 * What every load balancer of a service's own can be given.
 */
export interface LoadBalancerOptions {
  /**
   * Who may reach the load balancer.
   *
   * @default - everybody, if it is public; nobody until let in with `loadBalancer.connections`, if it is internal
   */
  readonly allowFrom?: ec2.IConnectable[];

  /**
   * The subnets of the load balancer.
   *
   * @default - the public subnets of the cluster's VPC if it is public, the private ones if it is internal
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * How long a connection may be silent before the load balancer closes it, 1 to 4000 s.
   *
   * Keep-alive of the application has to be longer.
   *
   * @default Duration.seconds(60)
   */
  readonly idleTimeout?: Duration;

  /**
   * Whether the load balancer can't be deleted by accident, nor by a stack.
   *
   * @default false
   */
  readonly deletionProtection?: boolean;
}

/**
 * What a load balancer that speaks HTTPS can be given.
 */
export interface HttpsOptions extends LoadBalancerOptions {
  /**
   * The name that the service answers to.
   *
   * With a `hostedZone` the name gets an alias record there.
   */
  readonly domainName: string;

  /**
   * The hosted zone of the name.
   *
   * @default - no record; the `certificate` has to be given
   */
  readonly hostedZone?: route53.IHostedZone;

  /**
   * The certificate for the name, in the region of the service.
   *
   * @default - a new one, validated in the `hostedZone`
   */
  readonly certificate?: acm.ICertificate;

  /**
   * The TLS versions and ciphers that clients may use.
   *
   * @default SslPolicy.TLS13_RES, which is TLS 1.3, and TLS 1.2 with forward secrecy
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
   */
  readonly sslPolicy?: elbv2.SslPolicy;
}
