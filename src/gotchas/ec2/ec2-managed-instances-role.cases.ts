import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

function provider(stack: Stack, InfrastructureRoleArn: unknown, Ec2InstanceProfileArn: unknown = profile(stack)): void {
  resource(stack, 'Provider', 'AWS::ECS::CapacityProvider', {
    ClusterName: 'shop', ManagedInstancesProvider: { InfrastructureRoleArn, InstanceLaunchTemplate: { Ec2InstanceProfileArn } },
  });
}

/** An instance profile with a role, valid except for the arguments. */
function profile(stack: Stack, properties: Readonly<Record<string, unknown>> = { RoleName: 'ecsInstanceRole-shop' }, Service = 'ec2.amazonaws.com'): unknown {
  const AssumeRolePolicyDocument = { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service } }] };
  const own = resource(stack, 'InstanceRole', 'AWS::IAM::Role', { AssumeRolePolicyDocument, ...properties });
  return resource(stack, 'Profile', 'AWS::IAM::InstanceProfile', { Roles: [own.ref] }).getAtt('Arn');
}

/** A role that passes roles by a policy of its own. */
function passing(stack: Stack): unknown {
  const AssumeRolePolicyDocument = { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ecs.amazonaws.com' } }] };
  const PolicyDocument = { Statement: [{ Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' }] };
  return resource(stack, 'Role', 'AWS::IAM::Role', {
    AssumeRolePolicyDocument, ManagedPolicyArns: [`arn:aws:iam::aws:policy/${POLICY}`], Policies: [{ PolicyName: 'pass', PolicyDocument }],
  }).getAtt('Arn');
}

function role(stack: Stack, Service: string, ...names: readonly string[]): unknown {
  const AssumeRolePolicyDocument = { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service } }] };
  const ManagedPolicyArns = names.map((name) => `arn:aws:iam::aws:policy/${name}`);
  return resource(stack, 'Role', 'AWS::IAM::Role', { AssumeRolePolicyDocument, ManagedPolicyArns }).getAtt('Arn');
}

const POLICY = 'AmazonECSInfrastructureRolePolicyForManagedInstances';

export const cases: readonly GotchaCase[] = [
  { name: 'instances assume the role', caught: true, app: (stack) => provider(stack, role(stack, 'ec2.amazonaws.com', POLICY)) },
  { name: 'the role may do nothing', caught: true, consequence: 'risk', app: (stack) => provider(stack, role(stack, 'ecs.amazonaws.com')) },
  { name: 'CloudFormation names the instance role', caught: true, app: (stack) => provider(stack, role(stack, 'ecs.amazonaws.com', POLICY), profile(stack, {})) },
  { name: 'the instance role has another name', caught: true, app: (stack) => provider(stack, role(stack, 'ecs.amazonaws.com', POLICY), profile(stack, { RoleName: 'shop-instances' })) },
  { name: 'the instance role has a path', caught: true, app: (stack) => provider(stack, role(stack, 'ecs.amazonaws.com', POLICY), profile(stack, { RoleName: 'ecsInstanceRole', Path: '/shop/' })) },
  { name: 'tasks assume the instance role', caught: true, app: (stack) => provider(stack, role(stack, 'ecs.amazonaws.com', POLICY), profile(stack, { RoleName: 'ecsInstanceRole' }, 'ecs-tasks.amazonaws.com')) },
  { name: 'another policy passes the instance role', caught: false, app: (stack) => provider(stack, passing(stack), profile(stack, {})) },
  { name: 'the instance profile comes from outside', caught: false, notChecked: true, app: (stack) => provider(stack, role(stack, 'ecs.amazonaws.com', POLICY), parameter(stack)) },
  { name: 'ECS assumes the role, which has the managed policy', caught: false, app: (stack) => provider(stack, role(stack, 'ecs.amazonaws.com', POLICY)) },
  { name: 'an Auto Scaling group needs none', caught: false, app: (stack) => void instances(stack) },
  { name: 'the role comes from outside', caught: false, notChecked: true, app: (stack) => provider(stack, parameter(stack)) },
];
