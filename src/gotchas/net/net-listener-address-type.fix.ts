import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, loadBalancer }) => {
  const targetType = elbv2.TargetType.IP;
  const targetGroup = new elbv2.ApplicationTargetGroup(stack, 'Targets', { vpc, port: 80, targetType });
  (targetGroup.node.defaultChild as elbv2.CfnTargetGroup).ipAddressType = 'ipv6';
  loadBalancer.addListener('Http', { port: 80, defaultTargetGroups: [targetGroup] });
};

export const plain: Fix = ({ stack, vpc, loadBalancer }) => {
  const targetType = elbv2.TargetType.IP;
  const targetGroup = new elbv2.ApplicationTargetGroup(stack, 'Targets', { vpc, port: 80, targetType });
  (targetGroup.node.defaultChild as elbv2.CfnTargetGroup).ipAddressType = 'ipv6';
  (loadBalancer.node.defaultChild as elbv2.CfnLoadBalancer).ipAddressType = 'dualstack';
  loadBalancer.addListener('Http', { port: 80, defaultTargetGroups: [targetGroup] });
};
