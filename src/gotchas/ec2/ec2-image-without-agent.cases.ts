import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances, userData } from '../fixtures/instances';

const PLAIN = '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64';

function image(stack: Stack, ImageId: unknown, ...lines: readonly string[]): void {
  instances(stack, { launch: { ImageId, UserData: userData(...lines) } });
}

function ofTheCdk(stack: Stack, machineImage: ec2.IMachineImage): void {
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc') });
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Group', { vpc: cluster.vpc, instanceType: new ec2.InstanceType('m7i.large'), machineImage });
  cluster.addAsgCapacityProvider(new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup }));
}

export const cases: readonly GotchaCase[] = [
  { name: 'Amazon Linux, which CloudFormation looks up', caught: true, app: (stack) => image(stack, `{{resolve:ssm:${PLAIN}}}`) },
  { name: 'Amazon Linux, which EC2 looks up', caught: true, app: (stack) => image(stack, `resolve:ssm:${PLAIN}`) },
  { name: 'Ubuntu', caught: true, app: (stack) => image(stack, 'resolve:ssm:/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id') },
  { name: 'Bottlerocket for Kubernetes', caught: true, app: (stack) => image(stack, 'resolve:ssm:/aws/service/bottlerocket/aws-k8s-1.33/x86_64/latest/image_id') },
  { name: 'Windows without the agent', caught: true, app: (stack) => image(stack, 'resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base') },
  { name: 'the CDK looks Amazon Linux up', caught: true, app: (stack) => ofTheCdk(stack, ec2.MachineImage.latestAmazonLinux2023()) },
  { name: 'the ECS-optimized image', caught: false, app: (stack) => ofTheCdk(stack, ecs.EcsOptimizedImage.amazonLinux2023()) },
  { name: 'the image of Bottlerocket for ECS', caught: false, app: (stack) => ofTheCdk(stack, new ecs.BottleRocketImage()) },
  { name: 'the user data installs the agent', caught: false, app: (stack) => image(stack, `resolve:ssm:${PLAIN}`, 'yum install -y ecs-init') },
  { name: 'Windows for ECS', caught: false, app: (stack) => image(stack, 'resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-ECS_Optimized/image_id') },
  { name: 'a parameter of one\'s own', caught: false, app: (stack) => image(stack, 'resolve:ssm:/shop/image') },
  { name: 'a parameter is the image', caught: false, notChecked: true, app: (stack) => image(stack, parameter(stack)) },
];
