import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import type { Duration } from 'aws-cdk-lib/core';

/**
 * Options of every Application Load Balancer, shared or not.
 */
export interface BaseLoadBalancerOptions {
  /**
   * Clients that may connect to the load balancer.
   *
   * @default - every address, if it is public; only those added with `loadBalancer.connections`, if it is internal
   */
  readonly allowFrom?: ec2.IConnectable[];

  /**
   * The subnets of the load balancer.
   *
   * @default - the public subnets of the cluster's VPC if it is public, the private ones if it is internal
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * Time after which the load balancer closes a silent connection, 1 to 4000 s.
   *
   * Keep-alive of the application has to be longer.
   *
   * @default Duration.seconds(60)
   */
  readonly idleTimeout?: Duration;

  /**
   * If true, the load balancer can't be deleted by accident, nor by a stack.
   *
   * @default false
   */
  readonly deletionProtection?: boolean;

  /**
   * The addresses of CloudFront, the managed prefix list `com.amazonaws.global.cloudfront.origin-facing`, which alone may connect.
   *
   * It counts as 55 of the 60 rules of a security group, so the main port alone is open, and plain HTTP isn't sent to
   * HTTPS: let CloudFront do that. All AWS accounts share CloudFront: if that matters, have it send a secret header, and accept
   * only requests with it.
   *
   * @default - those of `allowFrom`
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/LocationsOfEdgeServers.html
   */
  readonly cloudFrontPrefixList?: ec2.IPrefixList;

  /**
   * The ARN of a web ACL of AWS WAF, of this region.
   *
   * @default - requests are not inspected
   */
  readonly webAclArn?: string;

  /**
   * The web ACL that inspects requests, with the scope `REGIONAL`. It replaces `webAclArn` where the web ACL is defined in CDK code.
   *
   * @default - the web ACL of `webAclArn`, if any
   */
  readonly webAcl?: wafv2.IWebACLRef;

  /**
   * The bucket that a line for each request goes to, in this region and with no key of its own (SSE-S3).
   *
   * A bucket of this app gets the policy for it; an imported one has to have it.
   *
   * @default - no access logs
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
   */
  readonly accessLogsBucket?: s3.IBucket;

  /**
   * Prefix of the access logs in the bucket.
   *
   * @default - to the top
   */
  readonly accessLogsPrefix?: string;
}
