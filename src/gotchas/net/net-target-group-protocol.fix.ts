import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc }) => {
  const balancer = new elbv2.NetworkLoadBalancer(stack, 'Balancer', { vpc });
  const targets = new elbv2.CfnTargetGroup(stack, 'Targets', {
    vpcId: vpc.vpcId,
    targetType: 'ip',
    port: 80,
    protocol: 'HTTP',
  });
  new elbv2.CfnListener(stack, 'Tcp', {
    loadBalancerArn: balancer.loadBalancerArn,
    port: 80,
    protocol: 'TCP',
    defaultActions: [{ type: 'forward', targetGroupArn: targets.ref }],
  });
};

export const plain: Fix = ({ stack, vpc }) => {
  const balancer = new elbv2.NetworkLoadBalancer(stack, 'Balancer', { vpc });
  const targets = new elbv2.CfnTargetGroup(stack, 'Targets', {
    vpcId: vpc.vpcId,
    targetType: 'ip',
    port: 80,
    protocol: 'TCP',
  });
  new elbv2.CfnListener(stack, 'Tcp', {
    loadBalancerArn: balancer.loadBalancerArn,
    port: 80,
    protocol: 'TCP',
    defaultActions: [{ type: 'forward', targetGroupArn: targets.ref }],
  });
};
