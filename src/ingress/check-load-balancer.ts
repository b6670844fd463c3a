import { Token } from 'aws-cdk-lib/core';
import type { BaseLoadBalancerOptions } from './base-load-balancer-options';
import { checkSeconds, checkText } from '../checks/arguments';
import { refuse } from '../gotchas/enforce';

const LOGS_DOCS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html';
const WAF_DOCS = 'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html';

/** Throws for options that no load balancer takes, or that contradict each other. */
export function checkLoadBalancer(at: string, options: BaseLoadBalancerOptions, owner = 'ingress.'): void {
  checkSeconds(at, `${owner}idleTimeout`, options.idleTimeout, { min: 1, max: 4000 });
  checkText(at, `${owner}webAclArn`, options.webAclArn, /^arn:[^:]+:wafv2:[^:]+:[^:]*:regional\/webacl\/\S+$/, 'is the ARN of a regional web ACL (…:regional/webacl/…)', WAF_DOCS);
  if (options.cloudFrontPrefixList && options.allowFrom) {
    refuse({
      headline: `${owner}allowFrom is set beside cloudFrontPrefixList, which lets in CloudFront alone`,
      at,
      property: `${owner}allowFrom`,
      fix: 'leave one of the two out',
    });
  }
  checkAccessLogs(at, options, owner);
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
