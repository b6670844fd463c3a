import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

const PROTECTED = { NewInstancesProtectedFromScaleIn: true };
const ON = { ManagedTerminationProtection: 'ENABLED' };

export const cases: readonly GotchaCase[] = [
  { name: 'the group protects no instance', caught: true, app: (stack) => void instances(stack, { provider: ON }) },
  {
    name: 'managed scaling is off',
    caught: true,
    app: (stack) => void instances(stack, { group: PROTECTED, provider: { ...ON, ManagedScaling: { Status: 'DISABLED' } } }),
  },
  {
    name: 'managed scaling is left out',
    caught: true,
    app: (stack) => void instances(stack, { group: PROTECTED, provider: { ...ON, ManagedScaling: undefined } }),
  },
  { name: 'the group protects new instances', caught: false, app: (stack) => void instances(stack, { group: PROTECTED, provider: ON }) },
  { name: 'the protection is off', caught: false, app: (stack) => void instances(stack, { provider: { ManagedScaling: undefined } }) },
  {
    name: 'the CDK sees to it',
    caught: false,
    app: (stack) => void new ecs.AsgCapacityProvider(stack, 'Provider', {
      autoScalingGroup: new autoscaling.AutoScalingGroup(stack, 'Group', {
        vpc: new ec2.Vpc(stack, 'Vpc'), instanceType: new ec2.InstanceType('t3.large'), machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
      }),
    }),
  },
  {
    name: 'the group comes from outside',
    caught: false,
    notChecked: true,
    app: (stack) => void resource(stack, 'Provider', 'AWS::ECS::CapacityProvider', {
      AutoScalingGroupProvider: { AutoScalingGroupArn: parameter(stack), ManagedScaling: { Status: 'ENABLED' }, ...ON },
    }),
  },
];
