import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances, userData } from '../fixtures/instances';

const OFF = { ManagedScaling: { Status: 'DISABLED' } };

function scaled(stack: Stack, provider: Readonly<Record<string, unknown>> = {}): void {
  instances(stack, { provider });
  resource(stack, 'Policy', 'AWS::AutoScaling::ScalingPolicy', { AutoScalingGroupName: { Ref: 'Group' }, PolicyType: 'TargetTrackingScaling' });
}

function warm(stack: Stack, ...lines: readonly string[]): void {
  instances(stack, { launch: { UserData: userData(...lines) } });
  resource(stack, 'WarmPool', 'AWS::AutoScaling::WarmPool', { AutoScalingGroupName: { Ref: 'Group' } });
}

const WEIGHTED = {
  LaunchTemplate: undefined,
  MixedInstancesPolicy: {
    LaunchTemplate: {
      LaunchTemplateSpecification: { LaunchTemplateId: { Ref: 'Launch' } },
      Overrides: [{ InstanceType: 'm5.large', WeightedCapacity: '1' }, { InstanceType: 'm5.xlarge', WeightedCapacity: '2' }],
    },
  },
};

export const cases: readonly GotchaCase[] = [
  { name: 'the app scales the group too', caught: true, app: (stack) => scaled(stack) },
  { name: 'instance types have weights', caught: true, app: (stack) => void instances(stack, { group: WEIGHTED }) },
  { name: 'the group may have no instance', caught: true, consequence: 'never-works', app: (stack) => void instances(stack, { group: { MaxSize: '0' } }) },
  { name: 'the template sets the number of instances', caught: true, app: (stack) => void instances(stack, { group: { DesiredCapacity: '2' } }) },
  { name: 'the group has one size', caught: true, consequence: 'worth-knowing', app: (stack) => void instances(stack, { group: { MinSize: '2', MaxSize: '2' } }) },
  { name: 'instances join from a warm pool', caught: true, app: (stack) => warm(stack) },
  { name: 'instances of a warm pool wait', caught: false, app: (stack) => warm(stack, 'echo ECS_WARM_POOLS_CHECK=true >> /etc/ecs/ecs.config') },
  { name: 'managed scaling is off, and the app scales', caught: false, app: (stack) => scaled(stack, OFF) },
  { name: 'managed scaling is alone', caught: false, app: (stack) => void instances(stack) },
  { name: 'a parameter decides on the size', caught: false, notChecked: true, app: (stack) => void instances(stack, { group: { MaxSize: parameter(stack) } }) },
];
