import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
import type { Stack } from 'aws-cdk-lib/core';
import { balancedService, subnets } from './balanced-app.cases';
import type { GotchaCase } from '../fixtures/gotcha-case';

function behind(stack: Stack, balancerZones: readonly unknown[], serviceZones: readonly unknown[]): void {
  balancedService(stack, {
    balancer: { Subnets: subnets(stack, 'Public', balancerZones) },
    network: { Subnets: subnets(stack, 'Private', serviceZones) },
  });
}

const fromList = (place: number) => ({ 'Fn::Select': [place, { 'Fn::GetAZs': '' }] });

export const cases: readonly GotchaCase[] = [
  { name: 'no zone in common', caught: true, app: (stack) => behind(stack, ['eu-west-1a', 'eu-west-1b'], ['eu-west-1c']) },
  { name: 'one zone too many', caught: true, consequence: 'misbehaves', app: (stack) => behind(stack, ['eu-west-1a', 'eu-west-1b'], ['eu-west-1a', 'eu-west-1c']) },
  { name: 'another place in the list of zones', caught: true, app: (stack) => behind(stack, [fromList(0), fromList(1)], [fromList(2)]) },
  { name: 'the same zones', caught: false, app: (stack) => behind(stack, ['eu-west-1a', 'eu-west-1b'], ['eu-west-1b', 'eu-west-1a']) },
  { name: 'fewer zones than the load balancer has', caught: false, app: (stack) => behind(stack, ['eu-west-1a', 'eu-west-1b'], ['eu-west-1a']) },
  {
    name: 'a web service of ecs-patterns',
    caught: false,
    app: (stack) => void new patterns.ApplicationLoadBalancedFargateService(stack, 'Web', {
      vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }), taskImageOptions: { image: ecs.ContainerImage.fromRegistry('nginx:1.27') },
    }),
  },
  { name: 'zones named in two ways', caught: false, notChecked: true, app: (stack) => behind(stack, [fromList(0), fromList(1)], ['eu-west-1c']) },
  {
    name: 'subnets from outside',
    caught: false,
    notChecked: true,
    app: (stack) => void balancedService(stack, { balancer: { Subnets: subnets(stack, 'Public', ['eu-west-1a', 'eu-west-1b']) } }),
  },
];
