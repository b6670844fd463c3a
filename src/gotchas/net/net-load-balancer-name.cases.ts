import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function balancer(stack: Stack, Name?: string): void {
  resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', { Name });
}

function targets(stack: Stack, Name?: string): void {
  resource(stack, 'Targets', 'AWS::ElasticLoadBalancingV2::TargetGroup', { Name });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a load balancer whose name is too long', caught: true, app: (stack) => balancer(stack, 'shop-production-checkout-service-1') },
  { name: 'a target group whose name is too long', caught: true, app: (stack) => targets(stack, 'shop-production-checkout-service-1') },
  { name: 'an underscore', caught: true, app: (stack) => balancer(stack, 'shop_web') },
  { name: 'a dot', caught: true, app: (stack) => targets(stack, 'shop.web') },
  { name: 'a hyphen at the end', caught: true, app: (stack) => targets(stack, 'shop-') },
  { name: 'a load balancer that begins with internal-', caught: true, app: (stack) => balancer(stack, 'internal-shop') },
  { name: 'a target group that begins with internal-', caught: false, app: (stack) => targets(stack, 'internal-shop') },
  { name: '32 characters', caught: false, app: (stack) => targets(stack, 'shop-production-checkout-service') },
  { name: 'no name', caught: false, app: (stack) => balancer(stack) },
  {
    name: 'a load balancer of the CDK',
    caught: false,
    app: (stack) => void new elbv2.ApplicationLoadBalancer(stack, 'Balancer', { vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }), loadBalancerName: 'shop' }),
  },
  { name: 'a parameter is the name', caught: false, notChecked: true, app: (stack) => balancer(stack, parameter(stack)) },
];
