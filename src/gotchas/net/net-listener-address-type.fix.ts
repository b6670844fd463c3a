import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, loadBalancer }) => {
  const targetType = elbv2.TargetType.IP;
  const targetGroup = new elbv2.ApplicationTargetGroup(stack, 'Targets', { vpc, port: 80, targetType });
  (targetGroup.node.defaultChild as elbv2.CfnTargetGroup).ipAddressType = 'ipv6';
  loadBalancer.addListener('Http', { port: 80, defaultTargetGroups: [targetGroup] });
};

export const plain: Fix = ({ stack }) => {
  const vpc = new ec2.Vpc(stack, 'DualStack', { ipProtocol: ec2.IpProtocol.DUAL_STACK, maxAzs: 2, natGateways: 1 });
  const ipAddressType = elbv2.IpAddressType.DUAL_STACK;
  const loadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'Balancer', { vpc, internetFacing: true, ipAddressType });
  const targetType = elbv2.TargetType.IP;
  const targetGroup = new elbv2.ApplicationTargetGroup(stack, 'Targets', { vpc, port: 80, targetType });
  (targetGroup.node.defaultChild as elbv2.CfnTargetGroup).ipAddressType = 'ipv6';
  loadBalancer.addListener('Http', { port: 80, defaultTargetGroups: [targetGroup] });
};
