import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc }) => {
  const bucket = new s3.Bucket(stack, 'Logs');
  const balancer = new elbv2.ApplicationLoadBalancer(stack, 'Balancer', { vpc });
  balancer.setAttribute('access_logs.s3.enabled', 'true');
  balancer.setAttribute('access_logs.s3.bucket', bucket.bucketName);
};

export const plain: Fix = ({ stack, vpc }) => {
  const bucket = new s3.Bucket(stack, 'Logs');
  bucket.grantPut(new iam.ServicePrincipal('logdelivery.elasticloadbalancing.amazonaws.com'));
  const balancer = new elbv2.ApplicationLoadBalancer(stack, 'Balancer', { vpc });
  balancer.setAttribute('access_logs.s3.enabled', 'true');
  balancer.setAttribute('access_logs.s3.bucket', bucket.bucketName);
  balancer.node.addDependency(bucket.policy!);
};
