import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, service }) => {
  const listener = elbv2.ApplicationListener.fromApplicationListenerAttributes(stack, 'Listener', {
    listenerArn: 'arn:aws:elasticloadbalancing:eu-west-1:111111111111:listener/app/shared/0123456789/abcdef',
    securityGroup: service.connections.securityGroups[0],
  });
  const targetGroup = new elbv2.ApplicationTargetGroup(stack, 'Targets', { vpc, port: 80, targets: [service] });
  (targetGroup.node.defaultChild as elbv2.CfnTargetGroup).ipAddressType = 'ipv6';
  const conditions = [elbv2.ListenerCondition.pathPatterns(['/orders/*'])];
  listener.addTargetGroups('Orders', { priority: 10, conditions, targetGroups: [targetGroup] });
};

export const plain: Fix = ({ stack, vpc, service }) => {
  const listener = elbv2.ApplicationListener.fromApplicationListenerAttributes(stack, 'Listener', {
    listenerArn: 'arn:aws:elasticloadbalancing:eu-west-1:111111111111:listener/app/shared/0123456789/abcdef',
    securityGroup: service.connections.securityGroups[0],
  });
  const targetGroup = new elbv2.ApplicationTargetGroup(stack, 'Targets', { vpc, port: 80, targets: [service] });
  const conditions = [elbv2.ListenerCondition.pathPatterns(['/orders/*'])];
  listener.addTargetGroups('Orders', { priority: 10, conditions, targetGroups: [targetGroup] });
};
