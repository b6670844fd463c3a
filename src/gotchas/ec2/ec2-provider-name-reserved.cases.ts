import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function named(stack: Stack, name?: unknown): void {
  resource(stack, 'Provider', 'AWS::ECS::CapacityProvider', { Name: name, AutoScalingGroupProvider: { AutoScalingGroupArn: 'group' } });
}

function inStack(stack: Stack, stackName: string): Stack {
  return new Stack(stack.node.root, 'Other', { stackName, env: { account: stack.account, region: stack.region } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'ecs-shop', caught: true, app: (stack) => named(stack, 'ecs-shop') },
  { name: 'FargateLike', caught: true, app: (stack) => named(stack, 'FargateLike') },
  { name: 'aws-shop', caught: true, app: (stack) => named(stack, 'aws-shop') },
  { name: 'no name, in a stack called ecs-shop', caught: true, app: (stack) => named(inStack(stack, 'ecs-shop')) },
  { name: 'a name of its own in a stack called ecs-shop', caught: false, app: (stack) => named(inStack(stack, 'ecs-shop'), 'shop') },
  { name: 'shop-ecs', caught: false, app: (stack) => named(stack, 'shop-ecs') },
  { name: 'no name, in a stack called otherwise', caught: false, app: (stack) => named(inStack(stack, 'shop')) },
  {
    name: 'a provider of the CDK in a stack called ecs-shop',
    caught: false,
    app: (stack) => void new ecs.AsgCapacityProvider(inStack(stack, 'ecs-shop'), 'Provider', {
      autoScalingGroup: new autoscaling.AutoScalingGroup(stack, 'Group', {
        vpc: new ec2.Vpc(stack, 'Vpc'), instanceType: new ec2.InstanceType('t3.large'), machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
      }),
    }),
  },
  { name: 'a parameter decides the name', caught: false, notChecked: true, app: (stack) => named(stack, parameter(stack)) },
];
