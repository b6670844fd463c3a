import { CfnCondition, Fn, type CfnResource, type Stack } from 'aws-cdk-lib/core';
import { parameter, resource, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function serviceBehind(stack: Stack, id: string, loadBalancers: unknown): CfnResource {
  return resource(stack, id, 'AWS::ECS::Service', { Cluster: 'shop', LaunchType: 'FARGATE', LoadBalancers: loadBalancers });
}

function item({ ref }: CfnResource, port = 80) {
  return { TargetGroupArn: ref, ContainerName: 'app', ContainerPort: port };
}

/** A service behind listeners of load balancers. */
function forwardedTwice(stack: Stack, balancers: readonly string[]): void {
  const group = resource(stack, 'TargetGroup', 'AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType: 'ip', Protocol: 'HTTP', Port: 80 });
  balancers.forEach((id, index) => {
    const balancer = stack.node.tryFindChild(id) as CfnResource | undefined ?? resource(stack, id, 'AWS::ElasticLoadBalancingV2::LoadBalancer', {});
    resource(stack, `Listener${index}`, 'AWS::ElasticLoadBalancingV2::Listener', {
      LoadBalancerArn: balancer.ref, Port: 80 + index, Protocol: 'HTTP', DefaultActions: [{ Type: 'forward', TargetGroupArn: group.ref }],
    });
  });
  serviceBehind(stack, 'Orders', [item(group)]);
}

export const cases: readonly GotchaCase[] = [
  {
    name: 'two services behind one target group',
    caught: true,
    app: (stack) => {
      const group = targetGroup(stack);
      for (const id of ['Orders', 'Invoices']) serviceBehind(stack, id, [item(group)]);
    },
  },
  {
    name: 'three services behind one target group',
    caught: true,
    app: (stack) => {
      const group = targetGroup(stack);
      for (const id of ['Orders', 'Invoices', 'Stock']) serviceBehind(stack, id, [item(group)]);
    },
  },
  {
    name: 'a service behind the second target group of another one',
    caught: true,
    app: (stack) => {
      const group = targetGroup(stack);
      serviceBehind(stack, 'Orders', [item(group)]);
      serviceBehind(stack, 'Invoices', [{ TargetGroupArn: 'arn:blue', ContainerName: 'app', ContainerPort: 80, AdvancedConfiguration: { AlternateTargetGroupArn: group.ref } }]);
    },
  },
  {
    name: 'listeners of two load balancers',
    caught: true,
    consequence: 'rejected',
    app: (stack) => forwardedTwice(stack, ['One', 'Two']),
  },
  { name: 'two listeners of one load balancer', caught: false, app: (stack) => forwardedTwice(stack, ['One', 'One']) },
  { name: 'one service', caught: false, app: (stack) => void serviceBehind(stack, 'Orders', [item(targetGroup(stack))]) },
  {
    name: 'two ports of one service',
    caught: false,
    app: (stack) => {
      const group = targetGroup(stack);
      serviceBehind(stack, 'Orders', [item(group), item(group, 8080)]);
    },
  },
  {
    name: 'a condition decides which of two services there is',
    caught: false,
    notChecked: true,
    app: (stack) => {
      const group = targetGroup(stack);
      const onEc2 = new CfnCondition(stack, 'OnEc2', { expression: Fn.conditionEquals(parameter(stack), 'yes') });
      const onFargate = new CfnCondition(stack, 'OnFargate', { expression: Fn.conditionNot(onEc2) });
      serviceBehind(stack, 'Old', [item(group)]).cfnOptions.condition = onEc2;
      serviceBehind(stack, 'New', [item(group)]).cfnOptions.condition = onFargate;
    },
  },
];
