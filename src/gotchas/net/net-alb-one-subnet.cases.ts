import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { loadBalancer, subnets } from './balanced-app.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

export const cases: readonly GotchaCase[] = [
  { name: 'one subnet', caught: true, app: (stack) => void loadBalancer(stack, { Subnets: subnets(stack, 'Public', ['eu-west-1a']) }) },
  { name: 'two subnets of one zone', caught: true, app: (stack) => void loadBalancer(stack, { Subnets: subnets(stack, 'Public', ['eu-west-1a', 'eu-west-1a']) }) },
  {
    name: 'one subnet in a mapping',
    caught: true,
    app: (stack) => void loadBalancer(stack, { SubnetMappings: subnets(stack, 'Public', ['eu-west-1a']).map((SubnetId) => ({ SubnetId })) }),
  },
  { name: 'one subnet, which may be in a Local Zone', caught: false, notChecked: true, app: (stack) => void loadBalancer(stack, { Subnets: ['subnet-1'] }) },
  {
    name: 'one subnet on an Outpost',
    caught: false,
    app: (stack) => void loadBalancer(stack, {
      Subnets: [resource(stack, 'Subnet', 'AWS::EC2::Subnet', {
        VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24', AvailabilityZone: 'eu-west-1a', OutpostArn: 'arn:aws:outposts:eu-west-1:111122223333:outpost/op-1',
      }).ref],
    }),
  },
  {
    name: 'one subnet in a Local Zone',
    caught: false,
    app: (stack) => void loadBalancer(stack, { Subnets: subnets(stack, 'Public', ['us-west-2-lax-1a']) }),
  },
  { name: 'two zones', caught: false, app: (stack) => void loadBalancer(stack, { Subnets: subnets(stack, 'Public', ['eu-west-1a', 'eu-west-1b']) }) },
  {
    name: 'a load balancer of the CDK',
    caught: false,
    app: (stack) => void new elbv2.ApplicationLoadBalancer(stack, 'LoadBalancer', { vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }), internetFacing: true }),
  },
  { name: 'a Network Load Balancer', caught: false, app: (stack) => void loadBalancer(stack, { Type: 'network', Subnets: subnets(stack, 'Public', ['eu-west-1a']) }) },
  { name: 'a parameter lists the subnets', caught: false, notChecked: true, app: (stack) => void loadBalancer(stack, { Subnets: parameter(stack) }) },
];
