import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function subnets(stack: Stack, properties: Properties = {}): readonly string[] {
  const vpc = resource(stack, 'Vpc', 'AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' });
  return ['One', 'Two'].map((id, index) => resource(stack, id, 'AWS::EC2::Subnet', {
    VpcId: vpc.ref, CidrBlock: `10.0.${index}.0/24`, AvailabilityZone: `eu-west-1${'ab'[index]}`, ...properties,
  }).ref);
}

function balancer(stack: Stack, properties: Properties): void {
  resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'network', Scheme: 'internet-facing', ...properties });
}

function mapped(stack: Stack, properties: Properties = {}): void {
  balancer(stack, { SubnetMappings: subnets(stack).map((SubnetId, index) => ({ SubnetId, AllocationId: `eipalloc-${index}` })), ...properties });
}

export const cases: readonly GotchaCase[] = [
  { name: 'subnets in both places', caught: true, app: (stack) => mapped(stack, { Subnets: ['subnet-1', 'subnet-2'] }) },
  { name: 'no subnets', caught: true, app: (stack) => balancer(stack, {}) },
  { name: 'IPv6 without a block', caught: true, app: (stack) => balancer(stack, { IpAddressType: 'dualstack', Subnets: subnets(stack) }) },
  { name: 'Elastic IP addresses of an Application Load Balancer', caught: true, app: (stack) => mapped(stack, { Type: 'application' }) },
  { name: 'Elastic IP addresses of an internal load balancer', caught: true, app: (stack) => mapped(stack, { Scheme: 'internal' }) },
  { name: 'Elastic IP addresses', caught: false, app: (stack) => mapped(stack) },
  { name: 'IPv6 with a block', caught: false, app: (stack) => balancer(stack, { IpAddressType: 'dualstack', Subnets: subnets(stack, { Ipv6CidrBlock: '2600:1f14::/64' }) }) },
  { name: 'IPv4 alone', caught: false, app: (stack) => balancer(stack, { IpAddressType: 'ipv4', Subnets: subnets(stack) }) },
  {
    name: 'a dual-stack load balancer of the CDK',
    caught: false,
    app: (stack) => {
      const vpc = new ec2.Vpc(stack, 'Own', { maxAzs: 2, ipProtocol: ec2.IpProtocol.DUAL_STACK });
      new elbv2.ApplicationLoadBalancer(stack, 'Balancer', { vpc, internetFacing: true, ipAddressType: elbv2.IpAddressType.DUAL_STACK });
    },
  },
  { name: 'subnets of a parameter', caught: false, notChecked: true, app: (stack) => balancer(stack, { IpAddressType: 'dualstack', Subnets: [parameter(stack)] }) },
];
