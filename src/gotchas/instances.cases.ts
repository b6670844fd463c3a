import type { Stack } from 'aws-cdk-lib/core';
import { resource } from './small-app.cases';

type Properties = Readonly<Record<string, unknown>>;

interface Instances {
  /** Properties of the launch template. */
  readonly launch?: Properties;
  readonly group?: Properties;
  /** Properties of the Auto Scaling group provider. */
  readonly provider?: Properties;
}

/** User data that joins the cluster `shop` and sets more of the agent. */
export function userData(...lines: readonly unknown[]): unknown {
  const script = ['#!/bin/bash\necho ECS_CLUSTER=shop >> /etc/ecs/ecs.config', ...lines.flatMap((line) => ['\n', line])];
  return { 'Fn::Base64': { 'Fn::Join': ['', script] } };
}

/** An Auto Scaling group with a capacity provider, in order but for what is given. Returns the name of the provider. */
export function instances(stack: Stack, { launch, group, provider }: Instances = {}): string {
  const template = resource(stack, 'Launch', 'AWS::EC2::LaunchTemplate', {
    LaunchTemplateData: { ImageId: 'resolve:ssm:/ami', InstanceType: 't3.large', UserData: userData(), ...launch },
  });
  const autoScalingGroup = resource(stack, 'Group', 'AWS::AutoScaling::AutoScalingGroup', {
    LaunchTemplate: { LaunchTemplateId: template.ref, Version: '1' }, MinSize: '0', MaxSize: '3', ...group,
  });
  return resource(stack, 'Provider', 'AWS::ECS::CapacityProvider', {
    AutoScalingGroupProvider: {
      AutoScalingGroupArn: autoScalingGroup.ref, ManagedScaling: { Status: 'ENABLED' }, ManagedTerminationProtection: 'DISABLED', ...provider,
    },
  }).ref;
}
