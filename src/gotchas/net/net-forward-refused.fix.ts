import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc }) => {
  const blue = new elbv2.ApplicationTargetGroup(stack, 'Blue', { vpc, port: 80, targetType: elbv2.TargetType.IP });
  const green = new elbv2.ApplicationTargetGroup(stack, 'Green', { vpc, port: 80, targetType: elbv2.TargetType.IP });
  const balancer = new elbv2.ApplicationLoadBalancer(stack, 'Balancer', { vpc });
  balancer.addListener('Http', {
    port: 80,
    defaultAction: elbv2.ListenerAction.weightedForward([
      { targetGroup: blue, weight: 0 },
      { targetGroup: green, weight: 0 },
    ]),
  });
};

export const plain: Fix = ({ stack, vpc }) => {
  const blue = new elbv2.ApplicationTargetGroup(stack, 'Blue', { vpc, port: 80, targetType: elbv2.TargetType.IP });
  const green = new elbv2.ApplicationTargetGroup(stack, 'Green', { vpc, port: 80, targetType: elbv2.TargetType.IP });
  const balancer = new elbv2.ApplicationLoadBalancer(stack, 'Balancer', { vpc });
  balancer.addListener('Http', {
    port: 80,
    defaultAction: elbv2.ListenerAction.weightedForward([
      { targetGroup: blue, weight: 100 },
      { targetGroup: green, weight: 0 },
    ]),
  });
};
