import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Stack, Token } from 'aws-cdk-lib/core';
import type { BaseLoadBalancerOptions } from './base-load-balancer-options';
import { checkSeconds, checkText } from '../checks/arguments';
import { checkOnce } from '../checks/once';
import { selectSubnets } from '../checks/subnets';
import { refuse } from '../gotchas/enforce';
import { netAlbOneSubnet } from '../gotchas/net/net-alb-one-subnet';

const LOGS_DOCS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html';
const WAF_DOCS = 'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html';

/** Throws for options that no load balancer takes, or that contradict each other. */
export function checkLoadBalancer(at: string, options: BaseLoadBalancerOptions, owner = 'ingress.'): void {
  checkSeconds(at, `${owner}idleTimeout`, options.idleTimeout, { min: 1, max: 4000 });
  checkText(at, `${owner}webAclArn`, options.webAclArn, /^arn:[^:]+:wafv2:[^:]+:[^:]*:regional\/webacl\/\S+$/, 'be the ARN of a regional web ACL (…:regional/webacl/…)', WAF_DOCS);
  checkWebAcl(at, owner, options);
  if (options.cloudFrontPrefixList && options.allowFrom) {
    refuse({
      headline: `${owner}allowFrom is set beside cloudFrontPrefixList, which allows CloudFront alone`,
      at,
      property: `${owner}allowFrom`,
      fix: 'leave one of the two out',
    });
  }
  checkAccessLogs(at, options, owner);
}

/** Throws for subnets that no Application Load Balancer accepts: it needs two Availability Zones. */
export function checkBalancedSubnets(at: string, vpc: ec2.IVpc, internetFacing: boolean, selection?: ec2.SubnetSelection, owner = 'ingress.'): void {
  const property = `${owner}vpcSubnets`;
  const otherwise = internetFacing ? { subnetType: ec2.SubnetType.PUBLIC } : {};
  const { subnets, isPendingLookup } = selectSubnets(at, vpc, { property, selection, otherwise });
  checkOnce(at, property, subnets, ({ subnetId }) => subnetId);
  if (isPendingLookup || subnets.length > 1 || !isInAvailabilityZone(subnets[0])) return;
  refuse({
    headline: `${property} ${selection ? 'selects' : '(left out) selects'} 1 subnet, an Application Load Balancer needs subnets in 2 zones at least`,
    gotcha: netAlbOneSubnet,
    at,
    property,
    fix: 'select subnets of two zones, or add a second zone to the VPC (maxAzs: 2)',
  });
}

/** Returns true for a subnet of the app that is neither in a Local Zone nor on an Outpost. An imported subnet may be on an Outpost. */
function isInAvailabilityZone({ node: { defaultChild: subnet } }: ec2.ISubnet): boolean {
  if (!(subnet instanceof ec2.CfnSubnet) || subnet.outpostArn !== undefined) return false;
  const { availabilityZone: zone = '' } = subnet;
  // Without an environment, the CDK uses zones from the list of the region, which has no Local Zones.
  if (Token.isUnresolved(zone)) return JSON.stringify(Stack.of(subnet).resolve(zone)).includes('Fn::GetAZs');
  return /^(|dummy.*|[a-z]+(-[a-z]+)+-\d[a-z])$/.test(zone);
}

function checkAccessLogs(at: string, { accessLogsBucket, accessLogsPrefix }: BaseLoadBalancerOptions, owner: string): void {
  const property = `${owner}accessLogsPrefix`;
  if (accessLogsPrefix !== undefined && !accessLogsBucket) {
    refuse({ headline: `${property} is set without accessLogsBucket`, at, property, fix: 'pass the accessLogsBucket, or leave accessLogsPrefix out', docs: LOGS_DOCS });
  }
  const isFree = (prefix: string) => !prefix.includes('AWSLogs') && !/^\/|\/$/.test(prefix);
  if (accessLogsPrefix !== undefined && !Token.isUnresolved(accessLogsPrefix) && !isFree(accessLogsPrefix)) {
    refuse({
      headline: `${property} is '${accessLogsPrefix}', it has no 'AWSLogs' in it and no slash at its ends`,
      at,
      property,
      fix: 'choose another prefix',
      docs: LOGS_DOCS,
    });
  }
  if (!accessLogsBucket?.encryptionKey) return;
  refuse({
    headline: `${owner}accessLogsBucket is encrypted with a key of its own, load balancers write to buckets with SSE-S3 only`,
    at,
    property: `${owner}accessLogsBucket`,
    fix: 'use a bucket with encryption: BucketEncryption.S3_MANAGED',
    docs: LOGS_DOCS,
  });
}

function checkWebAcl(at: string, owner: string, { webAcl, webAclArn }: BaseLoadBalancerOptions): void {
  if (!webAcl) return;
  const property = `${owner}webAcl`;
  if (webAclArn !== undefined) {
    refuse({ headline: `${property} is set beside ${owner}webAclArn, a load balancer has one web ACL`, at, property, fix: `leave out ${property} or ${owner}webAclArn`, docs: WAF_DOCS });
  }
  // The reference has the scope of the deployed web ACL, a token. A web ACL of this app has its own.
  const { scope } = webAcl as Partial<CfnWebACL>;
  if (scope === undefined || Token.isUnresolved(scope) || scope === 'REGIONAL') return;
  refuse({
    headline: `${property} has the scope ${scope}, a load balancer takes a web ACL of the scope REGIONAL`, at, property, fix: 'set the scope of the web ACL to REGIONAL', docs: WAF_DOCS,
  });
}
