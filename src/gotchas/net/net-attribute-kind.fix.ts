import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc }) => {
  const targets = new elbv2.NetworkTargetGroup(stack, 'Targets', { vpc, port: 443, targetType: elbv2.TargetType.IP });
  const balancer = new elbv2.NetworkLoadBalancer(stack, 'Balancer', { vpc });
  balancer.addListener('Tcp', { port: 443, defaultTargetGroups: [targets] });
  balancer.setAttribute('idle_timeout.timeout_seconds', '120');
};

export const plain: Fix = ({ stack, vpc }) => {
  const targets = new elbv2.NetworkTargetGroup(stack, 'Targets', { vpc, port: 443, targetType: elbv2.TargetType.IP });
  const balancer = new elbv2.NetworkLoadBalancer(stack, 'Balancer', { vpc });
  balancer.addListener('Tcp', { port: 443, defaultTargetGroups: [targets], tcpIdleTimeout: Duration.seconds(120) });
};
