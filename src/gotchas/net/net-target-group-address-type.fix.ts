import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service, loadBalancer }) => {
  (loadBalancer.node.defaultChild as elbv2.CfnLoadBalancer).ipAddressType = 'dualstack';
  const listener = loadBalancer.addListener('Http', { port: 80 });
  const targetGroup = listener.addTargets('Tasks', { port: 80, targets: [service] });
  (targetGroup.node.defaultChild as elbv2.CfnTargetGroup).ipAddressType = 'ipv6';
};

export const plain: Fix = ({ service, loadBalancer }) => {
  (loadBalancer.node.defaultChild as elbv2.CfnLoadBalancer).ipAddressType = 'dualstack';
  const listener = loadBalancer.addListener('Http', { port: 80 });
  listener.addTargets('Tasks', { port: 80, targets: [service] });
};
