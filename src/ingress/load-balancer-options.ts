import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as route53 from 'aws-cdk-lib/aws-route53';
import type { BaseLoadBalancerOptions } from './base-load-balancer-options';
import type { SignIn } from './sign-in';
import type { TargetOptions } from './target-options';

/**
 * Options of every load balancer of a service's own.
 */
export interface LoadBalancerOptions extends BaseLoadBalancerOptions, TargetOptions {}

/**
 * Options of a load balancer with HTTPS.
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
   * @default - no record; the `certificate` is required
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

  /**
   * Clients show a certificate.
   *
   * @default - any client is taken
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html
   */
  readonly mutualAuthentication?: elbv2.MutualAuthentication;

  /**
   * Users sign in before a request of theirs reaches a task.
   *
   * @default - every client of the load balancer reaches the service
   */
  readonly signIn?: SignIn;
}
