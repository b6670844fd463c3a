import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

function of(stack: Stack, InstanceType: unknown): void {
  instances(stack, { launch: { InstanceType } });
}

const MISTAKES = [
  'm5.micro', 'c6g.small', 'r7i.nano', 'i4i.small', 'g4dn.micro', 't3.4xlarge', 't4g.metal', 'm5.medium', 'c6i.medium', 'r7i.medium', 'c5.8xlarge', 'M5.large', 'm5large', 't3', 't3.large.2',
];
const TYPES = [
  't1.micro', 't2.nano', 't3.micro', 't3a.small', 't4g.2xlarge', 'm1.small', 'm3.medium', 'a1.medium', 'c6g.medium', 'm7a.medium', 'm8g.medium', 'm5.metal', 'c5.9xlarge', 'c5a.8xlarge',
  'c5n.18xlarge', 'm7i-flex.large', 'c7i.metal-24xl', 'u-6tb1.112xlarge', 'u7in-16tb.224xlarge', 'mac2-m2pro.metal', 'p4de.24xlarge', 'hpc7g.4xlarge', 'x2iedn.xlarge', 'inf2.xlarge',
];

export const cases: readonly GotchaCase[] = [
  ...MISTAKES.map((type) => ({ name: `${type} is no type`, caught: true, app: (stack: Stack) => of(stack, type) })),
  ...TYPES.map((type) => ({ name: `${type} is a type`, caught: false, app: (stack: Stack) => of(stack, type) })),
  {
    name: 'a class of the CDK with a size that it does not have',
    caught: true,
    app: (stack) => {
      const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc') });
      const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Group', {
        vpc: cluster.vpc,
        instanceType: ec2.InstanceType.of(ec2.InstanceClass.STANDARD5, ec2.InstanceSize.MICRO),
        machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
      });
      cluster.addAsgCapacityProvider(new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup }));
    },
  },
  {
    name: 'one of several types',
    caught: true,
    app: (stack) => {
      instances(stack, {
        group: {
          LaunchTemplate: undefined,
          MixedInstancesPolicy: {
            LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: { Ref: 'Launch' }, Version: '1' }, Overrides: [{ InstanceType: 'm5.large' }, { InstanceType: 'm6i.small' }] },
          },
        },
      });
    },
  },
  { name: 'a parameter is the type', caught: false, notChecked: true, app: (stack) => of(stack, parameter(stack)) },
];
