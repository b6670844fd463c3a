import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc }) => {
  const balancer = new elbv2.ApplicationLoadBalancer(stack, 'Balancer', { vpc, internetFacing: true });
  (balancer.node.defaultChild as elbv2.CfnLoadBalancer).ipAddressType = 'dualstack';
};

export const plain: Fix = ({ stack, vpc }) => {
  new elbv2.ApplicationLoadBalancer(stack, 'Balancer', { vpc, internetFacing: true });
};
