import { CfnParameter, type Stack } from 'aws-cdk-lib/core';
import { resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function capacity(stack: Stack, data: Readonly<Record<string, unknown>>): void {
  const template = resource(stack, 'Template', 'AWS::EC2::LaunchTemplate', { LaunchTemplateData: data });
  const group = resource(stack, 'Group', 'AWS::AutoScaling::AutoScalingGroup', {
    LaunchTemplate: { LaunchTemplateId: template.ref, Version: template.getAtt('LatestVersionNumber') },
  });
  resource(stack, 'Provider', 'AWS::ECS::CapacityProvider', { AutoScalingGroupProvider: { AutoScalingGroupArn: group.ref } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the launch template names one image', caught: true, app: (stack) => capacity(stack, { ImageId: 'ami-0123456789abcdef0' }) },
  {
    name: 'a launch configuration whose user data names the cluster does',
    caught: true,
    app: (stack) => {
      const configuration = resource(stack, 'Configuration', 'AWS::AutoScaling::LaunchConfiguration', {
        ImageId: 'ami-0123456789abcdef0',
        UserData: { 'Fn::Base64': { 'Fn::Join': ['', ['echo ECS_CLUSTER=', 'shop', ' >> /etc/ecs/ecs.config']] } },
      });
      resource(stack, 'Group', 'AWS::AutoScaling::AutoScalingGroup', { LaunchConfigurationName: configuration.ref });
    },
  },
  {
    name: 'the image comes from the SSM parameter of the recommended image',
    caught: false,
    notChecked: true,
    app: (stack) => capacity(stack, {
      ImageId: new CfnParameter(stack, 'Ami', {
        type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>',
        default: '/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id',
      }).valueAsString,
    }),
  },
  {
    name: 'EC2 resolves the image itself',
    caught: false,
    app: (stack) => capacity(stack, { ImageId: 'resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id' }),
  },
  {
    name: 'the instances are not for ECS',
    caught: false,
    app: (stack) => {
      const template = resource(stack, 'Template', 'AWS::EC2::LaunchTemplate', { LaunchTemplateData: { ImageId: 'ami-0123456789abcdef0' } });
      resource(stack, 'Group', 'AWS::AutoScaling::AutoScalingGroup', { LaunchTemplate: { LaunchTemplateId: template.ref } });
    },
  },
];
