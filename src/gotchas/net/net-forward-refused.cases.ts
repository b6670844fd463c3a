import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const BALANCER = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/shop/1';
const LISTENER = BALANCER.replace('loadbalancer', 'listener') + '/2';

function action(stack: Stack, weights: readonly unknown[], sticky?: unknown): unknown {
  const TargetGroups = weights.map((Weight, index) => ({
    TargetGroupArn: resource(stack, `Targets${index}`, 'AWS::ElasticLoadBalancingV2::TargetGroup', { Protocol: 'HTTP', Port: 80, TargetType: 'ip', VpcId: 'vpc-1' }).ref, Weight,
  }));
  return { Type: 'forward', ForwardConfig: { TargetGroups, TargetGroupStickinessConfig: sticky } };
}

function listener(stack: Stack, ...parts: Parameters<typeof action> extends [Stack, ...infer R] ? R : never): void {
  resource(stack, 'Listener', 'AWS::ElasticLoadBalancingV2::Listener', { LoadBalancerArn: BALANCER, Port: 80, Protocol: 'HTTP', DefaultActions: [action(stack, ...parts)] });
}

function rule(stack: Stack, ...parts: Parameters<typeof action> extends [Stack, ...infer R] ? R : never): void {
  resource(stack, 'Rule', 'AWS::ElasticLoadBalancingV2::ListenerRule', { ListenerArn: LISTENER, Priority: 1, Actions: [action(stack, ...parts)] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a weight of 1000', caught: true, app: (stack) => listener(stack, [1000, 0]) },
  { name: 'half a weight', caught: true, app: (stack) => rule(stack, [0.5, 1]) },
  { name: 'six target groups', caught: true, app: (stack) => listener(stack, [1, 1, 1, 1, 1, 1]) },
  { name: 'weights of 0 alone', caught: true, consequence: 'never-works', app: (stack) => rule(stack, [0, 0]) },
  { name: 'one target group of weight 0', caught: true, consequence: 'never-works', app: (stack) => listener(stack, [0]) },
  { name: 'a weight on one of two', caught: true, consequence: 'risk', app: (stack) => rule(stack, [1, undefined]) },
  { name: 'stickiness of more than a week', caught: true, app: (stack) => listener(stack, [1, 1], { Enabled: true, DurationSeconds: 604801 }) },
  { name: 'stickiness without a duration', caught: true, app: (stack) => rule(stack, [1, 1], { Enabled: true }) },
  {
    name: 'one target group twice',
    caught: true,
    app: (stack) => void resource(stack, 'Rule', 'AWS::ElasticLoadBalancingV2::ListenerRule', {
      ListenerArn: LISTENER, Priority: 1, Actions: [{ Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: 'arn:1', Weight: 1 }, { TargetGroupArn: 'arn:1', Weight: 1 }] } }],
    }),
  },
  { name: 'the ends of the range', caught: false, app: (stack) => rule(stack, [999, 0, 0, 0, 0]) },
  { name: 'one target group without a weight', caught: false, app: (stack) => listener(stack, [undefined]) },
  { name: 'stickiness that is off', caught: false, app: (stack) => listener(stack, [1, 1], { Enabled: false }) },
  { name: 'stickiness of a day', caught: false, app: (stack) => listener(stack, [1, 1], { Enabled: 'true', DurationSeconds: '86400' }) },
  {
    name: 'a forward of the CDK',
    caught: false,
    app: (stack) => {
      const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
      const [blue, green] = ['Blue', 'Green'].map((id) => new elbv2.ApplicationTargetGroup(stack, id, { vpc, port: 80, targetType: elbv2.TargetType.IP }));
      new elbv2.ApplicationLoadBalancer(stack, 'Balancer', { vpc }).addListener('Http', {
        port: 80, defaultAction: elbv2.ListenerAction.weightedForward([{ targetGroup: blue, weight: 1 }, { targetGroup: green, weight: 0 }]),
      });
    },
  },
  { name: 'a parameter is the weight', caught: false, notChecked: true, app: (stack) => rule(stack, [parameter(stack), 0]) },
];
