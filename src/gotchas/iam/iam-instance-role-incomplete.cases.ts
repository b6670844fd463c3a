import { Fn, type Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

interface InstanceRole {
  readonly trusts?: unknown;
  readonly isByArn?: boolean;
  readonly actions?: readonly string[];
  readonly managed?: readonly unknown[];
}

function instances(stack: Stack, role: InstanceRole | string | undefined, userData?: string): void {
  const template = resource(stack, 'Template', 'AWS::EC2::LaunchTemplate', {
    LaunchTemplateData: {
      ...(userData === undefined ? {} : { UserData: { 'Fn::Base64': userData } }),
      ImageId: 'resolve:ssm:/ami',
      IamInstanceProfile: typeof role === 'string' ? { Arn: role } : role && profile(stack, role),
    },
  });
  const group = resource(stack, 'Group', 'AWS::AutoScaling::AutoScalingGroup', { LaunchTemplate: { LaunchTemplateId: template.ref } });
  resource(stack, 'Provider', 'AWS::ECS::CapacityProvider', { AutoScalingGroupProvider: { AutoScalingGroupArn: group.ref } });
}

function profile(stack: Stack, { trusts = 'ec2.amazonaws.com', isByArn = false, actions, managed }: InstanceRole): unknown {
  const role = resource(stack, 'Role', 'AWS::IAM::Role', {
    AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: trusts } }] },
    ManagedPolicyArns: managed,
    Policies: actions && [{ PolicyName: 'agent', PolicyDocument: { Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] } }],
  });
  return { Arn: resource(stack, 'Profile', 'AWS::IAM::InstanceProfile', { Roles: [isByArn ? role.getAtt('Arn') : role.ref] }).getAtt('Arn') };
}

interface Names {
  readonly role: unknown;
  readonly roleArn: unknown;
  readonly profile: unknown;
  readonly profileArn: unknown;
}

function profiled(stack: Stack, named: (names: Names) => unknown): void {
  const role = resource(stack, 'Role', 'AWS::IAM::Role', {
    AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } }] },
    ManagedPolicyArns: [AGENT_POLICY],
  });
  const own = resource(stack, 'Profile', 'AWS::IAM::InstanceProfile', { Roles: [role.ref] });
  const IamInstanceProfile = named({ role: role.ref, roleArn: role.getAtt('Arn'), profile: own.ref, profileArn: own.getAtt('Arn') });
  const template = resource(stack, 'Template', 'AWS::EC2::LaunchTemplate', { LaunchTemplateData: { ImageId: 'resolve:ssm:/ami', IamInstanceProfile } });
  const group = resource(stack, 'Group', 'AWS::AutoScaling::AutoScalingGroup', { LaunchTemplate: { LaunchTemplateId: template.ref } });
  resource(stack, 'Provider', 'AWS::ECS::CapacityProvider', { AutoScalingGroupProvider: { AutoScalingGroupArn: group.ref } });
}

const policy = (name: string): string => Fn.join('', ['arn:', Fn.ref('AWS::Partition'), `:iam::aws:policy/${name}`]);

const AGENT = ['ecs:RegisterContainerInstance', 'ecs:DiscoverPollEndpoint', 'ecs:Poll', 'ecs:StartTelemetrySession', 'ecs:Submit*'];
const DRAINING = '#!/bin/bash\necho ECS_ENABLE_SPOT_INSTANCE_DRAINING=true >> /etc/ecs/ecs.config';

const AGENT_POLICY = policy('service-role/AmazonEC2ContainerServiceforEC2Role');

export const cases: readonly GotchaCase[] = [
  { name: 'EC2 may not assume the role', caught: true, app: (stack) => instances(stack, { trusts: 'ecs.amazonaws.com', managed: [AGENT_POLICY] }) },
  { name: 'the profile names its role by the ARN', caught: true, consequence: 'rejected', app: (stack) => instances(stack, { isByArn: true, managed: [AGENT_POLICY] }) },
  { name: 'instances name the role itself', caught: true, consequence: 'rejected', app: (stack) => profiled(stack, (names) => ({ Arn: names.roleArn })) },
  { name: 'instances name the role by its name', caught: true, consequence: 'rejected', app: (stack) => profiled(stack, (names) => ({ Name: names.role })) },
  { name: 'the name of the profile is in Arn', caught: true, consequence: 'rejected', app: (stack) => profiled(stack, (names) => ({ Arn: names.profile })) },
  { name: 'the ARN of the profile is in Name', caught: true, consequence: 'rejected', app: (stack) => profiled(stack, (names) => ({ Name: names.profileArn })) },
  { name: 'the profile is named twice', caught: true, consequence: 'rejected', app: (stack) => profiled(stack, (names) => ({ Name: names.profile, Arn: names.profileArn })) },
  { name: 'the profile is named by its name', caught: false, app: (stack) => profiled(stack, (names) => ({ Name: names.profile })) },
  { name: 'EC2 and others may assume the role', caught: false, app: (stack) => instances(stack, { trusts: ['ssm.amazonaws.com', 'ec2.amazonaws.com'], managed: [AGENT_POLICY] }) },
  { name: 'a parameter names who may assume the role', caught: false, notChecked: true, app: (stack) => instances(stack, { trusts: parameter(stack), managed: [AGENT_POLICY] }) },
  { name: 'instances have no role', caught: true, app: (stack) => instances(stack, undefined) },
  { name: 'the role is only for Systems Manager', caught: true, app: (stack) => instances(stack, { managed: [policy('AmazonSSMManagedInstanceCore')] }) },
  {
    name: 'the role registers instances and gets no tasks',
    caught: true,
    app: (stack) => instances(stack, { actions: ['ecs:RegisterContainerInstance', 'ecs:DiscoverPollEndpoint'] }),
  },
  {
    name: 'the managed policy is there',
    caught: false,
    app: (stack) => instances(stack, { managed: [policy('service-role/AmazonEC2ContainerServiceforEC2Role')] }),
  },
  { name: 'draining is enabled, and the role does not allow it', caught: true, consequence: 'misbehaves', app: (stack) => instances(stack, { actions: AGENT }, DRAINING) },
  { name: 'the actions are named', caught: false, app: (stack) => instances(stack, { actions: AGENT }) },
  { name: 'so is the one to drain', caught: false, app: (stack) => instances(stack, { actions: [...AGENT, 'ecs:UpdateContainerInstancesState'] }, DRAINING) },
  {
    name: 'another managed policy may allow it',
    caught: false,
    notChecked: true,
    app: (stack) => instances(stack, { managed: [policy('PowerUserAccess')] }),
  },
  { name: 'a parameter names the actions', caught: false, notChecked: true, app: (stack) => instances(stack, { actions: [parameter(stack)] }) },
  { name: 'a managed policy comes from outside', caught: false, notChecked: true, app: (stack) => instances(stack, { managed: [parameter(stack)] }) },
  { name: 'the instance profile comes from outside', caught: false, notChecked: true, app: (stack) => instances(stack, parameter(stack)) },
];
