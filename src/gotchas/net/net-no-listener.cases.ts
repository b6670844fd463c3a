import { CfnOutput, type CfnResource, type Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function balancer(stack: Stack): CfnResource {
  return resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {});
}

function listener(stack: Stack, LoadBalancerArn: string): void {
  resource(stack, 'Listener', 'AWS::ElasticLoadBalancingV2::Listener', { LoadBalancerArn, Port: 80, Protocol: 'HTTP', DefaultActions: [] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'no listener', caught: true, app: (stack) => void balancer(stack) },
  {
    name: 'a listener of another load balancer',
    caught: true,
    app: (stack) => {
      balancer(stack);
      listener(stack, resource(stack, 'Other', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {}).ref);
    },
  },
  { name: 'a listener', caught: false, app: (stack) => listener(stack, balancer(stack).ref) },
  { name: 'an output exposes it', caught: false, notChecked: true, app: (stack) => void new CfnOutput(stack, 'Arn', { value: balancer(stack).ref }) },
  {
    name: 'a parameter is the load balancer of a listener',
    caught: false,
    notChecked: true,
    app: (stack) => {
      balancer(stack);
      listener(stack, parameter(stack));
    },
  },
];
