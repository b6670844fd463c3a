import { CfnCondition, Fn, type CfnResource, type Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function balancer(stack: Stack, id = 'Balancer'): string {
  return resource(stack, id, 'AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'network' }).ref;
}

function listener(stack: Stack, id: string, LoadBalancerArn: string, Port: unknown, Protocol = 'TCP'): CfnResource {
  return resource(stack, id, 'AWS::ElasticLoadBalancingV2::Listener', { LoadBalancerArn, Port, Protocol, DefaultActions: [] });
}

const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/shop/1';

function two(stack: Stack, arn: string, ports: readonly unknown[], protocols: readonly string[] = ['TCP', 'TCP']): readonly CfnResource[] {
  return ports.map((port, index) => listener(stack, `Listener${index}`, arn, port, protocols[index]));
}

export const cases: readonly GotchaCase[] = [
  { name: 'two listeners for one port', caught: true, app: (stack) => void two(stack, balancer(stack), [80, 80]) },
  { name: 'one of them over TLS', caught: true, app: (stack) => void two(stack, balancer(stack), [443, 443], ['TCP', 'TLS']) },
  { name: 'two listeners on a load balancer outside of the app', caught: true, app: (stack) => void two(stack, ARN, [80, '80']) },
  { name: 'two ports', caught: false, app: (stack) => void two(stack, balancer(stack), [80, 81]) },
  { name: 'TCP and UDP', caught: false, app: (stack) => void two(stack, balancer(stack), [53, 53], ['TCP', 'UDP']) },
  {
    name: 'two load balancers',
    caught: false,
    app: (stack) => {
      listener(stack, 'One', balancer(stack), 80);
      listener(stack, 'Two', balancer(stack, 'Other'), 80);
    },
  },
  {
    name: 'conditions decide which listener there is',
    caught: false,
    notChecked: true,
    app: (stack) => {
      const [, second] = two(stack, balancer(stack), [80, 80]);
      second.cfnOptions.condition = new CfnCondition(stack, 'IsOther', { expression: Fn.conditionEquals(parameter(stack), 'yes') });
    },
  },
  { name: 'a parameter is the port', caught: false, notChecked: true, app: (stack) => void two(stack, balancer(stack), [parameter(stack)]) },
];
