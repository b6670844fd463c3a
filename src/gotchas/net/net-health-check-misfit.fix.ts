import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service, loadBalancer }) => {
  const targetGroup = loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', {
    port: 80,
    targets: [service],
    healthCheck: { path: '/health', interval: Duration.seconds(10), timeout: Duration.seconds(5) },
  });
  (targetGroup.node.defaultChild as elbv2.CfnTargetGroup).healthCheckTimeoutSeconds = 10;
};

export const plain: Fix = ({ service, loadBalancer }) => {
  loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', {
    port: 80,
    targets: [service],
    healthCheck: {
      path: '/health',
      interval: Duration.seconds(10),
      timeout: Duration.seconds(5),
      healthyThresholdCount: 2,
      unhealthyThresholdCount: 3,
    },
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttp(),
    targetHealthCheck: { path: '/health', interval: Duration.seconds(10), timeout: Duration.seconds(5) },
  });
};
