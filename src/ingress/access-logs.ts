import type { BaseLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Stack } from 'aws-cdk-lib/core';

/**
 * Has the load balancer write its access logs to the bucket. The CDK's own way needs to know the region, and grants more:
 * Elastic Load Balancing writes as one service principal everywhere by now.
 */
export function writeAccessLogs(loadBalancer: BaseLoadBalancer, bucket: IBucket, prefix?: string): void {
  const { account, partition, region } = Stack.of(loadBalancer);
  loadBalancer.setAttribute('access_logs.s3.enabled', 'true');
  loadBalancer.setAttribute('access_logs.s3.bucket', bucket.bucketName);
  if (prefix) loadBalancer.setAttribute('access_logs.s3.prefix', prefix);
  const { policyDependable } = bucket.addToResourcePolicy(new iam.PolicyStatement({
    actions: ['s3:PutObject'],
    principals: [new iam.ServicePrincipal('logdelivery.elasticloadbalancing.amazonaws.com')],
    resources: [bucket.arnForObjects(`${prefix ? `${prefix}/` : ''}AWSLogs/${account}/*`)],
    conditions: { ArnLike: { 'aws:SourceArn': `arn:${partition}:elasticloadbalancing:${region}:${account}:loadbalancer/*` } },
  }));
  // Elastic Load Balancing tries to write before it accepts the attribute.
  if (policyDependable) loadBalancer.node.addDependency(policyDependable);
}
