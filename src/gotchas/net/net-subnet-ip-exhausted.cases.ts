import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function inSubnets(stack: Stack, blocks: readonly unknown[], properties: Readonly<Record<string, unknown>>): void {
  const ids = blocks.map((CidrBlock, index) => resource(stack, `Subnet${index}`, 'AWS::EC2::Subnet', { VpcId: 'vpc-1', CidrBlock }).ref);
  service(stack, { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ids } }, ...properties });
}

function scaled(stack: Stack, maxCapacity: number): void {
  inSubnets(stack, ['10.0.0.0/27', '10.0.0.32/27'], {});
  resource(stack, 'Target', 'AWS::ApplicationAutoScaling::ScalableTarget', {
    ServiceNamespace: 'ecs',
    ScalableDimension: 'ecs:service:DesiredCount',
    ResourceId: { 'Fn::Join': ['', ['service/shop/', { 'Fn::GetAtt': ['Service', 'Name'] }]] },
    MinCapacity: 2,
    MaxCapacity: maxCapacity,
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a /28 for twelve tasks', caught: true, app: (stack) => inSubnets(stack, ['10.0.0.0/28'], { DesiredCount: 12 }) },
  { name: 'two /28 for twelve tasks that are replaced at once', caught: true, consequence: 'misbehaves', app: (stack) => inSubnets(stack, ['10.0.0.0/28', '10.0.0.16/28'], { DesiredCount: 12 }) },
  { name: 'two /27 for a service that scales to 40', caught: true, consequence: 'misbehaves', app: (stack) => scaled(stack, 40) },
  {
    name: 'two /28 for twelve tasks that are replaced by halves',
    caught: false,
    app: (stack) => inSubnets(stack, ['10.0.0.0/28', '10.0.0.16/28'], { DesiredCount: 12, DeploymentConfiguration: { MaximumPercent: 150 } }),
  },
  { name: 'two /27 for a service that scales to 20', caught: false, app: (stack) => scaled(stack, 20) },
  {
    name: 'a VPC of the CDK',
    caught: false,
    app: (stack) => void service(stack, {
      DesiredCount: 100,
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }).privateSubnets.map(({ subnetId }) => subnetId) } },
    }),
  },
  { name: 'subnets without IPv4', caught: false, app: (stack) => inSubnets(stack, [undefined], { DesiredCount: 100 }) },
  { name: 'a parameter decides how large the subnet is', caught: false, notChecked: true, app: (stack) => inSubnets(stack, [parameter(stack)], { DesiredCount: 100 }) },
  { name: 'a parameter decides how many tasks there are', caught: false, notChecked: true, app: (stack) => inSubnets(stack, ['10.0.0.0/28'], { DesiredCount: parameter(stack) }) },
];
