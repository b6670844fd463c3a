import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import type { Duration } from 'aws-cdk-lib/core';

/**
 * What every Application Load Balancer can be given, shared or not.
 */
export interface BaseLoadBalancerOptions {
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

  /**
   * The addresses of CloudFront, the managed prefix list `com.amazonaws.global.cloudfront.origin-facing`: nobody else gets in.
   *
   * It counts as 55 of the 60 rules of a security group, so the main port alone is open, and plain HTTP isn't sent to
   * HTTPS: let CloudFront do that. CloudFront is everybody's: have it send a header that others don't know, and take only
   * requests with it, if that matters.
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
   * Where in the bucket the access logs go.
   *
   * @default - to the top
   */
  readonly accessLogsPrefix?: string;
}
