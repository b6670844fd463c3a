import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances, userData } from '../fixtures/instances';

const OFF = { ManagedDraining: 'DISABLED' };
const TERMINATING = 'autoscaling:EC2_INSTANCE_TERMINATING';

export const cases: readonly GotchaCase[] = [
  { name: 'it is turned off', caught: true, app: (stack) => void instances(stack, { provider: OFF }) },
  {
    name: 'the instances have no capacity provider',
    caught: true,
    app: (stack) => {
      const launch = resource(stack, 'Launch', 'AWS::EC2::LaunchTemplate', { LaunchTemplateData: { UserData: userData() } });
      resource(stack, 'Group', 'AWS::AutoScaling::AutoScalingGroup', { LaunchTemplate: { LaunchTemplateId: launch.ref }, MaxSize: '2' });
    },
  },
  {
    name: 'the lifecycle hook is for new instances',
    caught: true,
    app: (stack) => void instances(stack, {
      provider: OFF, group: { LifecycleHookSpecificationList: [{ LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING' }] },
    }),
  },
  { name: 'it is on by default', caught: false, app: (stack) => void instances(stack) },
  { name: 'it is turned on', caught: false, app: (stack) => void instances(stack, { provider: { ManagedDraining: 'ENABLED' } }) },
  {
    name: 'the group has a lifecycle hook',
    caught: false,
    app: (stack) => void instances(stack, { provider: OFF, group: { LifecycleHookSpecificationList: [{ LifecycleTransition: TERMINATING }] } }),
  },
  {
    name: 'the CDK drains by a lifecycle hook',
    caught: false,
    app: (stack) => void new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc') })
      .addCapacity('Capacity', { instanceType: new ec2.InstanceType('t3.large') }),
  },
  { name: 'a parameter decides', caught: false, notChecked: true, app: (stack) => void instances(stack, { provider: { ManagedDraining: parameter(stack) } }) },
];
