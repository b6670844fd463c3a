import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

interface Network {
  readonly gateway: CfnResource;
  readonly attachment: CfnResource;
  readonly table: CfnResource;
  readonly subnet: CfnResource;
}

function network(stack: Stack): Network {
  const vpc = resource(stack, 'Vpc', 'AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' });
  const gateway = resource(stack, 'Gateway', 'AWS::EC2::InternetGateway', {});
  return {
    gateway,
    attachment: resource(stack, 'Attachment', 'AWS::EC2::VPCGatewayAttachment', { VpcId: vpc.ref, InternetGatewayId: gateway.ref }),
    table: resource(stack, 'Table', 'AWS::EC2::RouteTable', { VpcId: vpc.ref }),
    subnet: resource(stack, 'Subnet', 'AWS::EC2::Subnet', { VpcId: vpc.ref, CidrBlock: '10.0.0.0/24' }),
  };
}

function route(stack: Stack, { gateway, table }: Network): CfnResource {
  return resource(stack, 'Route', 'AWS::EC2::Route', { RouteTableId: table.ref, DestinationCidrBlock: '0.0.0.0/0', GatewayId: gateway.ref });
}

function nat(stack: Stack, { subnet }: Network, more = {}): CfnResource {
  return resource(stack, 'Nat', 'AWS::EC2::NatGateway', { SubnetId: subnet.ref, ...more });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a route that waits for the gateway alone', caught: true, app: (stack) => void route(stack, network(stack)) },
  { name: 'a NAT gateway', caught: true, app: (stack) => void nat(stack, network(stack), { AllocationId: 'eipalloc-1' }) },
  {
    name: 'an internet-facing load balancer',
    caught: true,
    app: (stack) => void resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internet-facing', Subnets: [network(stack).subnet.ref] }),
  },
  {
    name: 'a load balancer without a scheme, which is internet-facing',
    caught: true,
    app: (stack) => void resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', { Subnets: [network(stack).subnet.ref] }),
  },
  {
    name: 'a Gateway Load Balancer, which has no scheme',
    caught: false,
    app: (stack) => void resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'gateway', Subnets: [network(stack).subnet.ref] }),
  },
  {
    name: 'a parameter decides the scheme',
    caught: false,
    app: (stack) => void resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: parameter(stack), Subnets: [network(stack).subnet.ref] }),
  },
  {
    name: 'an internal load balancer',
    caught: false,
    app: (stack) => void resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internal', Subnets: [network(stack).subnet.ref] }),
  },
  { name: 'a private NAT gateway', caught: false, app: (stack) => void nat(stack, network(stack), { ConnectivityType: 'private' }) },
  {
    name: 'a NAT gateway that waits through the route',
    caught: false,
    app: (stack) => {
      const own = network(stack);
      const first = route(stack, own);
      first.node.addDependency(own.attachment);
      nat(stack, own).node.addDependency(first);
    },
  },
  {
    name: 'the VPC and a load balancer of the CDK',
    caught: false,
    app: (stack) => void new elbv2.ApplicationLoadBalancer(stack, 'Balancer', { vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }), internetFacing: true }),
  },
  {
    name: 'only a VPN gateway is attached',
    caught: false,
    app: (stack) => {
      const own = network(stack);
      own.attachment.addPropertyDeletionOverride('InternetGatewayId');
      own.attachment.addPropertyOverride('VpnGatewayId', 'vgw-1');
      nat(stack, own);
    },
  },
  { name: 'no attachment in the app', caught: false, app: (stack) => void resource(stack, 'Vpc', 'AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }) },
];
