import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

function provider(stack: Stack, InfrastructureRoleArn: unknown): void {
  resource(stack, 'Provider', 'AWS::ECS::CapacityProvider', { ClusterName: 'shop', ManagedInstancesProvider: { InfrastructureRoleArn } });
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
  { name: 'ECS assumes the role, which has the managed policy', caught: false, app: (stack) => provider(stack, role(stack, 'ecs.amazonaws.com', POLICY)) },
  { name: 'an Auto Scaling group needs none', caught: false, app: (stack) => void instances(stack) },
  { name: 'the role comes from outside', caught: false, notChecked: true, app: (stack) => provider(stack, parameter(stack)) },
];
