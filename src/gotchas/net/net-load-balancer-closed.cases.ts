import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Stack } from 'aws-cdk-lib/core';
import { loadBalancer } from './balanced-app.cases';
import { FargateWebService, Ingress } from '../../index';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

/** The security group of a load balancer without rules, and the load balancer. */
function closed(stack: Stack, type?: string): ec2.CfnSecurityGroup {
  const group = new ec2.CfnSecurityGroup(stack, 'Group', { groupDescription: 'load balancer', vpcId: 'vpc-1' });
  loadBalancer(stack, { Type: type, Scheme: 'internal', SecurityGroups: [group.attrGroupId] });
  return group;
}

function internalWeb(stack: Stack): FargateWebService {
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }) });
  return new FargateWebService(stack, 'Web', {
    cluster, image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27'), containerPort: 80, ingress: Ingress.internalHttp(),
  });
}

/** A load balancer with a listener on port 443, whose security group has a rule for another port. */
function listening(stack: Stack, port: number | string): void {
  const group = new ec2.CfnSecurityGroup(stack, 'Group', {
    groupDescription: 'load balancer', vpcId: 'vpc-1', securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIp: '10.0.0.0/8' }],
  });
  const LoadBalancerArn = loadBalancer(stack, { Scheme: 'internal', SecurityGroups: [group.attrGroupId] }).ref;
  resource(stack, 'Secure', 'AWS::ElasticLoadBalancingV2::Listener', { LoadBalancerArn, Port: port, Protocol: 'HTTP', DefaultActions: [{ Type: 'fixed-response' }] });
}

/** A load balancer in subnets of a VPC of the CDK. */
function placedIn(stack: Stack, subnetType: ec2.SubnetType, internetFacing: boolean): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 1 });
  new elbv2.ApplicationLoadBalancer(stack, 'Alb', { vpc, internetFacing, vpcSubnets: { subnetType } }).addListener('Http', { port: 80, defaultAction: elbv2.ListenerAction.fixedResponse(404) });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a rule for a port without a listener', caught: true, app: (stack) => listening(stack, 80) },
  {
    name: 'an internet-facing load balancer in private subnets',
    caught: true,
    consequence: 'never-works',
    app: (stack) => placedIn(stack, ec2.SubnetType.PRIVATE_WITH_EGRESS, true),
  },
  { name: 'an internet-facing load balancer in public subnets', caught: false, app: (stack) => placedIn(stack, ec2.SubnetType.PUBLIC, true) },
  { name: 'an internal load balancer in private subnets', caught: false, app: (stack) => placedIn(stack, ec2.SubnetType.PRIVATE_WITH_EGRESS, false) },
  { name: 'a rule for the port of the listener', caught: false, app: (stack) => listening(stack, 443) },
  { name: 'a parameter decides the port', caught: false, notChecked: true, app: (stack) => listening(stack, parameter(stack)) },
  { name: 'a security group without a rule', caught: true, app: (stack) => void closed(stack) },
  { name: 'a Network Load Balancer with such a group', caught: true, app: (stack) => void closed(stack, 'network') },
  { name: 'an internal ingress without callers', caught: true, app: (stack) => void internalWeb(stack) },
  { name: 'an internal ingress with a caller', caught: false, app: (stack) => internalWeb(stack).loadBalancer.connections.allowFrom(ec2.Peer.ipv4('10.0.0.0/8'), ec2.Port.tcp(80)) },
  {
    name: 'a rule that is a resource of its own',
    caught: false,
    app: (stack) => void new ec2.CfnSecurityGroupIngress(stack, 'Rule', {
      groupId: closed(stack).attrGroupId, ipProtocol: 'tcp', fromPort: 80, toPort: 80, cidrIp: '10.0.0.0/8',
    }),
  },
  {
    name: 'an internal load balancer of the CDK',
    caught: false,
    app: (stack) => void new elbv2.ApplicationLoadBalancer(stack, 'LoadBalancer', { vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }) })
      .addListener('Http', { port: 80, defaultAction: elbv2.ListenerAction.fixedResponse(404) }),
  },
  { name: 'no security groups', caught: false, app: (stack) => void loadBalancer(stack, { Type: 'network', Scheme: 'internal' }) },
  { name: 'a Gateway Load Balancer', caught: false, app: (stack) => void loadBalancer(stack, { Type: 'gateway' }) },
  { name: 'a security group of another app', caught: false, notChecked: true, app: (stack) => void loadBalancer(stack, { Scheme: 'internal', SecurityGroups: [parameter(stack)] }) },
];
